package io.mddc.upgrade.controlcenter.upgrades;

import static java.util.stream.Collectors.groupingBy;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeView.StageView;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeView.StepView;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeView.UnitView;
import io.mddc.upgrade.workflow.WorkflowIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts the rows of an upgrade together. */
public final class StoredUpgrades implements UpgradeQueries {
    private final UpgradeDao upgrades;
    private final PlanDao plans;
    private final EventDao events;
    private final UpgradeOutlook outlook;
    private final Function<String, String> webUi;

    /**
     * @param webUi where the workflow of an id is looked at
     */
    public StoredUpgrades(
            UpgradeDao upgrades,
            PlanDao plans,
            EventDao events,
            UpgradeOutlook outlook,
            Function<String, String> webUi) {
        this.upgrades = upgrades;
        this.plans = plans;
        this.events = events;
        this.outlook = outlook;
        this.webUi = webUi;
    }

    @Override
    public Optional<UpgradeView> find(UpgradeId id) {
        return upgrades.find(id).map(this::viewWithEta);
    }

    private UpgradeView viewWithEta(UpgradeRow row) {
        var view = view(row);
        return outlook.of(row).map(view::with).orElse(view);
    }

    @Override
    public List<ToldForecast> forecasts(UpgradeId id) {
        return upgrades.find(id).map(outlook::told).orElse(List.of());
    }

    @Override
    public boolean hasEnded(UpgradeId id) {
        return upgrades.find(id).orElseThrow(() -> new UnknownUpgrade(id)).hasEnded();
    }

    @Override
    public List<UnitView> unitsInWork(UpgradeId id) {
        return plans.listUnitsIn(id, IN_WORK).stream()
                .map(unit -> unit(unit, List.of()))
                .toList();
    }

    @Override
    public Optional<UpgradeView> holder() {
        return upgrades.findHolder().map(this::view);
    }

    @Override
    public List<UpgradeView> list(Optional<UpgradeId> after, int limit) {
        var rows = after.map(id -> upgrades.listOlder(id, limit)).orElseGet(() -> upgrades.listNewest(limit));
        return rows.stream().map(this::view).toList();
    }

    @Override
    public List<EventView> events(UpgradeId id, long after, int limit) {
        return events.list(id, after, limit).stream().map(EventView::of).toList();
    }

    @Override
    public List<EventView> newestEvents(UpgradeId id, int limit) {
        return events.listNewest(id, limit).stream().map(EventView::of).toList();
    }

    private UpgradeView view(UpgradeRow row) {
        var workflow = WorkflowIds.ofUpgrade(row.id());
        return new UpgradeView(
                row.id(),
                row.state(),
                row.outcome(),
                row.sentence(),
                row.waitReason(),
                row.startedBy(),
                row.startedAt(),
                row.endedAt(),
                row.startTime(),
                row.maintenance(),
                workflow,
                webUi.apply(workflow),
                row.findings().stream().map(FindingView::of).toList(),
                Optional.empty(),
                stages(row.id()));
    }

    private List<StageView> stages(UpgradeId id) {
        var steps = plans.listSteps(id).stream().collect(groupingBy(StepRow::instance));
        var units = plans.listUnits(id);
        return plans.listStages(id).stream()
                .map(stage -> stage(stage, units, steps))
                .toList();
    }

    private static StageView stage(StageRow stage, List<UnitRow> units, Map<InstanceId, List<StepRow>> steps) {
        return new StageView(
                stage.component(),
                stage.plan().target(),
                stage.plan().minimumActive(),
                stage.sentence(),
                stage.waitReason(),
                Optional.empty(),
                units.stream()
                        .filter(unit -> unit.component() == stage.component())
                        .map(unit -> unit(unit, steps.getOrDefault(unit.instance(), List.of())))
                        .toList());
    }

    private static UnitView unit(UnitRow unit, List<StepRow> steps) {
        return new UnitView(
                unit.instance(),
                unit.host(),
                unit.fromVersion(),
                unit.toVersion(),
                unit.state(),
                unit.state().step(),
                unit.sentence(),
                unit.waitReason(),
                Optional.empty(),
                steps.stream()
                        .map(step -> new StepView(step.step(), step.beganAt(), step.endedAt()))
                        .toList());
    }
}
