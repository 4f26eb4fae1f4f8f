package io.mddc.upgrade.controlcenter.terminal;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** An upgrade in lines: the sentence, and each unit with its five steps. The words are those of the page. */
final class UpgradeText {
    private static final List<String> STEPS = List.of("UPLOAD", "DRAIN", "INSTALL", "VERIFY", "MONITOR");
    private static final List<String> HEADING =
            List.of("instance", "host", "version", "Upload", "Drain", "Install", "Verify", "Monitor", "");

    private final UpgradeView upgrade;
    private final Instant now;
    private final List<LiveView> live;

    /** @param now ends the time of a step that still runs */
    UpgradeText(UpgradeView upgrade, Instant now) {
        this(upgrade, now, List.of());
    }

    /** @param live what was said of its instances; of each only what is about the step it is in */
    UpgradeText(UpgradeView upgrade, Instant now, Collection<LiveView> live) {
        this.upgrade = upgrade;
        this.now = now;
        this.live = List.copyOf(live);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("Upgrade " + upgrade.id() + "   " + upgrade.badge() + "   "
                + Spoken.length(upgrade.startedAt(), requireNonNullElse(upgrade.endedAt(), now)));
        Stream.of(upgrade.etaText(), upgrade.sentence(), upgrade.waitReason().text())
                .filter(text -> !text.isEmpty())
                .forEach(lines::add);
        upgrade.stages().forEach(stage -> lines.addAll(stage(stage)));
        return lines;
    }

    private List<String> stage(StageView stage) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(stage.component() + " → " + stage.target() + ", at least " + stage.minimumActive() + " stay active"
                + stage.etaText());
        Stream.of(stage.waitReason().text()).filter(text -> !text.isEmpty()).forEach(lines::add);
        lines.addAll(
                new TextTable(HEADING, stage.units().stream().map(this::row).toList()).lines());
        return lines;
    }

    private List<String> row(UnitView unit) {
        var cells = new ArrayList<>(List.of(unit.instance(), unit.host(), unit.version()));
        STEPS.forEach(step ->
                cells.add(unit.find(step).map(known -> cell(unit, known)).orElse("")));
        cells.add(remark(unit));
        return cells;
    }

    private String cell(UnitView unit, StepView step) {
        var length = Spoken.length(step.begin(), requireNonNullElse(step.end(), now));
        if (unit.endedBadly() && unit.isLast(step)) {
            return "✖ " + length;
        }
        return (step.end() == null ? "● " : "✔ ") + length;
    }

    private String remark(UnitView unit) {
        if (unit.endedBadly()) {
            return unit.state() + ": " + unit.sentence();
        }
        var waits = live.stream()
                .filter(said -> said.isAbout(unit))
                .map(said -> said.with(unit.waitReason()))
                .findFirst()
                .orElse(unit.waitReason())
                .text();
        return Stream.of(unit.etaText(), waits).filter(text -> !text.isEmpty()).collect(joining("  "));
    }
}
