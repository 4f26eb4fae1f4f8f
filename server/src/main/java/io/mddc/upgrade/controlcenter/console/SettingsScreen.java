package io.mddc.upgrade.controlcenter.console;

import static java.util.Comparator.comparing;

import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.access.Role;
import io.mddc.upgrade.controlcenter.settings.SettingView;
import java.util.List;
import java.util.Optional;

/** The settings as the template shows them: words only, nothing left to decide. */
public final class SettingsScreen {
    private final List<SettingView> settings;
    private final Optional<Attempt> attempt;
    private final Caller caller;
    private final Moments moments;

    SettingsScreen(List<SettingView> settings, Optional<Attempt> attempt, Caller caller, Moments moments) {
        this.settings = settings.stream().sorted(comparing(SettingView::name)).toList();
        this.attempt = attempt;
        this.caller = caller;
        this.moments = moments;
    }

    public boolean isFrozen() {
        return !frozenBy().isEmpty();
    }

    /** The upgrade that holds the cluster; empty when none does. They are of one moment, so each says the same. */
    public String frozenBy() {
        return settings.stream()
                .flatMap(setting -> setting.frozenBy().stream())
                .map(upgrade -> upgrade.toString())
                .findFirst()
                .orElse("");
    }

    /** {@code Frozen since 2026-11-22 14:20:05 CET}; an upgrade that an older version began does not know since when. */
    public String frozenSince() {
        return settings.stream()
                .flatMap(setting -> setting.frozenSince().stream())
                .findFirst()
                .map(since -> "Frozen since " + moments.day(since))
                .orElse("Frozen");
    }

    /** Whether the role is the one that REST asks for. */
    public boolean isChanger() {
        return caller.role().includes(Role.ADMIN);
    }

    public String role() {
        return caller.role().name();
    }

    public List<SettingCard> cards() {
        return settings.stream()
                .map(setting -> SettingCard.of(setting, attempt.filter(it -> it.name() == setting.name()), moments))
                .toList();
    }

    public List<WatchedCenter> centers() {
        return WatchedCenter.of(settings, moments);
    }
}
