package io.mddc.upgrade.controlcenter.upgrades;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.hold.HeldCluster;
import io.mddc.upgrade.controlcenter.hold.UpgradeWorkflows;
import io.mddc.upgrade.controlcenter.upgrades.StepTimeDao.Taken;
import io.mddc.upgrade.plan.ClusterView;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import io.mddc.upgrade.window.WindowCalendar;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** This room, put together: what others need of it. */
public final class Upgrades implements HeldCluster {
    /** Of some hundred units: what was longer ago tells less of the next. */
    private static final int LATEST_STEPS = 500;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Surroundings around;
    private final UpgradeDao upgrades;
    private final PlanDao plans;
    private final CommandLog commands;

    public Upgrades(Jdbi jdbi, Clock clock, Surroundings around) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.around = around;
        this.upgrades = jdbi.onDemand(UpgradeDao.class);
        this.plans = jdbi.onDemand(PlanDao.class);
        this.commands = new CommandLog(jdbi.onDemand(CommandDao.class), clock);
    }

    /** What is offered over HTTP. */
    public List<Object> resources(ObjectMapper json) {
        var planned = new PlannedUpgrades(jdbi, commands, clock);
        var outlook = new WindowOutlook(around.windows(), clock, this::stepTimes);
        var planning = new Planning(around.policy(), around.cluster(), outlook);
        var starter = new UpgradeStarter(commands, planning, planned, workflows());
        var sender = new CommandSender(upgrades, commands, around.engine());
        var told = new UpgradeCommands(upgrades, plans, sender, new Reopening(jdbi, commands, workflows()));
        return List.of(
                new UpgradeResource(starter, queries(), json, clock),
                new PlanResource(planning),
                new CommandResource(told, queries()),
                new StageCommandResource(told, queries()),
                new UnitCommandResource(told, queries()));
    }

    public UpgradeQueries queries() {
        var outlook = new UpgradeOutlook(jdbi, clock, around.windows(), around.cluster());
        return new StoredUpgrades(upgrades, plans, jdbi.onDemand(EventDao.class), outlook, around.webUi());
    }

    /** What the workflows call. */
    public List<Object> activities() {
        return List.of(
                new StoredRunLog(jdbi).watchedBy(around.watch()),
                new StoredUpgradePlans(upgrades, plans, around.cluster()),
                new StoredClusterHold(jdbi, clock).watchedBy(around.watch()));
    }

    public UpgradeWorkflows workflows() {
        return new TemporalUpgrades(around.engine(), plans);
    }

    @Override
    public Optional<Holder> holder() {
        return upgrades.findHolder()
                .map(row ->
                        new Holder(row.id(), row.state(), row.policy().limits().silentHost()));
    }

    @Override
    public void ending(UpgradeId upgrade, String sentence, String others) {
        var now = clock.instant();
        var key = "reconciler/" + upgrade + "/" + Hashing.sha256().hashString(sentence, UTF_8);
        var waits = new WaitReason.ForOthers(sentence, now, others);
        new StoredRunLog(jdbi)
                .watchedBy(around.watch())
                .record(new RunEvent.OfUpgrade(key, upgrade, now, sentence, waits, UpgradeState.ENDING));
    }

    @Override
    public List<UpgradeId> waiting() {
        return upgrades.listWaiting().stream().map(UpgradeRow::id).toList();
    }

    /** How long the component's units took for their steps, the latest of them. */
    public StepTimes stepTimes(Component component) {
        return new StepTimes(jdbi.onDemand(StepTimeDao.class).listLatest(component, LATEST_STEPS).stream()
                .collect(groupingBy(Taken::step, mapping(Taken::duration, toList()))));
    }

    public Optional<UpgradeId> needing(Sha256 digest) {
        return upgrades.findNeeding(digest);
    }

    /**
     * What this room needs of others.
     *
     * @param cluster as it is when it is asked
     * @param webUi where the workflow of an id is looked at; empty when nowhere
     * @param watch hears of each line
     * @param windows as they are when they are asked for
     */
    public record Surroundings(
            Supplier<ClusterView> cluster,
            PolicyFile policy,
            BoundedCalls engine,
            Function<String, String> webUi,
            RunLogWatch watch,
            Supplier<WindowCalendar> windows) {}
}
