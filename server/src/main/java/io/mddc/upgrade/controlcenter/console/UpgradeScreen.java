package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.controlcenter.upgrades.EventView;
import io.mddc.upgrade.controlcenter.upgrades.FindingView;
import io.mddc.upgrade.controlcenter.upgrades.ToldForecast;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeView;
import io.mddc.upgrade.eta.Eta;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One upgrade as the templates show it: words only, nothing left to decide. */
public final class UpgradeScreen {
    private final UpgradeView upgrade;
    private final List<EventView> events;
    private final List<ToldForecast> told;
    private final Moments moments;

    UpgradeScreen(UpgradeView upgrade, List<EventView> events, Moments moments) {
        this(upgrade, events, List.of(), moments);
    }

    private UpgradeScreen(UpgradeView upgrade, List<EventView> events, List<ToldForecast> told, Moments moments) {
        this.upgrade = upgrade;
        this.events = List.copyOf(events);
        this.told = List.copyOf(told);
        this.moments = moments;
    }

    /** The same, with what was forecast of it. */
    UpgradeScreen with(List<ToldForecast> forecasts) {
        return new UpgradeScreen(upgrade, events, forecasts, moments);
    }

    /** One line of the run log. */
    public record EventLine(String at, String about, String sentence) {}

    /**
     * The units of one component, under a heading.
     *
     * @param waits what the stage waits for; empty when for nothing
     */
    public record StageTable(String heading, String minimum, String waits, List<UnitRow> rows) {}

    public String id() {
        return upgrade.id().toString();
    }

    /** {@code MetaDefender Core 5.16.0-1 → 5.17.0-1}, one per stage. */
    public String versions() {
        return upgrade.stages().stream().map(UpgradeScreen::heading).collect(Collectors.joining(", "));
    }

    public Mark mark() {
        return upgrade.outcome().map(Mark::of).orElse(Mark.RUNNING);
    }

    /** The outcome once there is one. */
    public String badge() {
        return upgrade.outcome().map(Enum::name).orElseGet(() -> upgrade.state().name());
    }

    public String sentence() {
        return upgrade.sentence();
    }

    /** Empty when it waits for nothing, or when the sentence says it already. */
    public String waits() {
        var waits = spoken(upgrade.waitReason());
        return waits.equals(upgrade.sentence()) ? "" : waits;
    }

    /** When it will probably be over, and what that is made from; empty once it is. */
    public String eta() {
        return upgrade.eta()
                .map(eta -> moments.eta(eta) + (eta.expected().isPresent() ? ", " : ": ") + eta.sentence())
                .orElse("");
    }

    /** One line for each forecast there was. */
    public List<String> forecasts() {
        return told.stream().map(this::forecast).toList();
    }

    private String forecast(ToldForecast said) {
        var eta = moments.eta(new Eta(said.expected(), said.earliest(), said.latest(), said.sentence()));
        return "%s, after %d units: %s, %s%s"
                .formatted(
                        moments.clock(said.at()),
                        said.afterUnits(),
                        eta,
                        said.sentence(),
                        said.offPercent()
                                .map(off -> "; it came at %s, off by %+.1f %% of all, %+.1f %% of what was left"
                                        .formatted(
                                                moments.clock(said.actual()),
                                                off,
                                                said.offPercentOfRest().orElse(off)))
                                .orElse(""));
    }

    public String started() {
        return moments.day(upgrade.startedAt()) + " by " + upgrade.startedBy();
    }

    public String length() {
        return Moments.length(upgrade.startedAt(), upgrade.endedAt().orElse(moments.now()));
    }

    /** When it began, of one that still runs; empty afterwards. */
    public String since() {
        return isEnded() ? "" : upgrade.startedAt().toString();
    }

    public String now() {
        return moments.now().toString();
    }

    /** The newest line of the run log that is shown. */
    public long lastSeq() {
        return events.stream().mapToLong(EventView::seq).max().orElse(0);
    }

    public String ended() {
        return upgrade.endedAt().map(moments::day).orElse("");
    }

    public boolean isEnded() {
        return upgrade.state() == UpgradeState.ENDED;
    }

    /** {@code 2 of 3 upgraded}. */
    public String progress() {
        var units = upgrade.stages().stream()
                .flatMap(stage -> stage.units().stream())
                .toList();
        var upgraded = units.stream()
                .filter(unit -> unit.state() == UnitState.UPGRADED)
                .count();
        return upgraded + " of " + units.size() + " upgraded";
    }

    /** The workflow in the Temporal Web UI; empty when there is none, or no web address. */
    public String webUi() {
        var scheme = upgrade.webUi().toLowerCase(Locale.ROOT);
        return scheme.startsWith("http://") || scheme.startsWith("https://")
                ? URI.create(upgrade.webUi()).toASCIIString()
                : "";
    }

    public List<FindingView> findings() {
        return upgrade.findings();
    }

    public List<StageTable> stages() {
        return upgrade.stages().stream().map(this::table).toList();
    }

    public List<EventLine> events() {
        return events.stream()
                .map(event -> new EventLine(moments.clock(event.at()), about(event), event.sentence()))
                .toList();
    }

    public String zone() {
        return moments.zoneName();
    }

    /** The headings of the step columns. */
    public static List<String> stepTitles() {
        return Step.ofUnits().stream().map(UnitRow::title).toList();
    }

    /** The instance or the component; empty for the upgrade itself. */
    private static String about(EventView event) {
        return event.instance()
                .map(InstanceId::toString)
                .or(() -> event.component().map(Component::title))
                .orElse("");
    }

    private StageTable table(UpgradeView.StageView stage) {
        var rows = stage.units().stream().map(unit -> UnitRow.of(unit, moments)).toList();
        var minimum = "at least " + stage.minimumActive() + " stay active"
                + stage.eta().map(eta -> " · " + moments.eta(eta)).orElse("");
        return new StageTable(heading(stage), minimum, spoken(stage.waitReason()), rows);
    }

    private static String heading(UpgradeView.StageView stage) {
        var from = stage.units().stream()
                .map(unit -> unit.from().toString())
                .distinct()
                .collect(Collectors.joining(", "));
        return stage.component().title() + " " + from + " → " + stage.target();
    }

    private String spoken(WaitReason waits) {
        if (waits instanceof WaitReason.Until until) {
            return until.sentence() + " (until " + moments.clock(until.deadline()) + ")" + may(waits);
        }
        if (waits instanceof WaitReason.ForOthers others) {
            return others.sentence() + " (waits for " + others.others() + ")" + may(waits);
        }
        return waits instanceof WaitReason.ForPerson person
                ? person.sentence() + " (waits for " + person.person() + ")" + may(waits)
                : waits.sentence();
    }

    /** Such as {@code  You may: resume, abort.}, to be put behind a sentence; empty when no command helps. */
    static String may(WaitReason waits) {
        var commands = waits.may().stream().map(Remedy::command).collect(Collectors.joining(", "));
        return commands.isEmpty() ? "" : " You may: " + commands + ".";
    }
}
