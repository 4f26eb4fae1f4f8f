package io.mddc.upgrade.controlcenter.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.cluster.Setting;
import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.controlcenter.hold.SettingsFreeze;
import io.mddc.upgrade.controlcenter.hold.SettingsFreeze.Frozen;
import io.mddc.upgrade.controlcenter.hold.WatchedRow;
import io.mddc.upgrade.controlcenter.hold.WatchedSettings;
import io.mddc.upgrade.json.UpgradeJson;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and writes the settings, a write in one transaction with the question whether they are frozen. */
public final class Settings {
    private static final Logger log = LoggerFactory.getLogger(Settings.class);
    private static final ObjectMapper JSON = UpgradeJson.mapper();

    private final Jdbi jdbi;
    private final Clock clock;

    public Settings(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    List<SettingView> list() {
        return jdbi.inTransaction(handle -> {
            var frozen = SettingsFreeze.by(handle);
            var watched = WatchedSettings.list(handle);
            return handle.attach(SettingDao.class).list().stream()
                    .map(row -> view(row, frozen, watched))
                    .toList();
        });
    }

    SettingView get(SettingName name) {
        return jdbi.inTransaction(handle -> read(handle, name));
    }

    /**
     * @param expected whether its present digest is the one that was read
     */
    SettingView put(SettingName name, Setting value, String by, Predicate<Sha256> expected) {
        return jdbi.inTransaction(handle -> {
            var dao = handle.attach(SettingDao.class);
            var before = dao.lock(name);
            SettingsFreeze.by(handle).ifPresent(frozen -> {
                throw new SettingsFrozen(name, frozen);
            });
            if (!expected.test(SettingsFreeze.digest(before.document()))) {
                throw new SettingChanged(name, before.changedBy());
            }
            var document = write(value);
            if (!document.equals(before.document())) {
                dao.update(name, document, by, clock.instant());
                log.info("The setting {} was {} and is {} now, by {}", name.word(), before.document(), document, by);
            }
            return read(handle, name);
        });
    }

    /** With fewer active Cores the product refuses files. */
    public int minimumActiveCores() {
        return ((Setting.HealthCheck) get(SettingName.HEALTH_CHECK).value()).minimumActiveCores();
    }

    private static SettingView read(Handle handle, SettingName name) {
        return view(handle.attach(SettingDao.class).get(name), SettingsFreeze.by(handle), WatchedSettings.list(handle));
    }

    private static SettingView view(SettingRow row, Optional<Frozen> frozen, List<WatchedRow> watched) {
        return new SettingView(
                row.name(),
                parse(row),
                SettingsFreeze.digest(row.document()),
                row.changedBy(),
                row.changedAt(),
                frozen.map(Frozen::upgrade),
                frozen.flatMap(Frozen::since),
                watched.stream()
                        .filter(it -> it.setting().name() == row.name())
                        .map(SettingView.Watched::of)
                        .toList());
    }

    private static Setting parse(SettingRow row) {
        try {
            return JSON.readValue(row.document(), row.name().type());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(
                    "the stored setting " + row.name() + " is broken: " + row.document(), broken);
        }
    }

    private static String write(Setting value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
