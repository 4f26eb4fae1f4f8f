package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.Remote;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.contract.HookOutcome;
import io.mddc.upgrade.contract.HostActivities;
import io.mddc.upgrade.contract.HostOrders;
import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.contract.Isolated;
import io.mddc.upgrade.contract.MaintenanceOrders;
import io.mddc.upgrade.contract.Observed;
import io.mddc.upgrade.contract.RebootOutcome;
import io.mddc.upgrade.contract.Regression;
import io.mddc.upgrade.contract.Rejoined;
import io.mddc.upgrade.contract.Uploaded;
import io.mddc.upgrade.contract.Uploaded.ByHand;
import io.mddc.upgrade.contract.Verification;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.WorkInProgress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A host without our worker, as the worker of another one sees it: that asks the instance for its version and whether it is
 * ready, and that is all. Nothing is brought, isolated, waited for or put back there, so those verbs do nothing; what only a
 * worker of the host itself could do fails the step.
 */
final class FarHost implements HostActivities {
    private final UnitPlan plan;
    private final Remote remote;
    private final HostActivities asker;

    /**
     * @param asker the activities of the host that asks
     */
    FarHost(UnitPlan plan, HostActivities asker) {
        this.plan = plan;
        this.remote = new Remote(
                plan.component(), plan.host(), plan.asked().orElseThrow().address());
        this.asker = asker;
    }

    @Override
    public Uploaded upload(HostOrders.Upload order) {
        var file = plan.target();
        var command = file.format().byHand(file.fileName());
        var byHand = new ByHand(command, file.digest() + "  " + file.fileName());
        return new Uploaded(false, "nothing was brought", Optional.of(byHand));
    }

    @Override
    public Isolated isolate(HostOrders.Isolate order) {
        return new Isolated(new WorkInProgress(0, List.of()), Baseline.OF_NO_PROCESS);
    }

    @Override
    public DrainOutcome drain(HostOrders.Drain order) {
        return new DrainOutcome.Drained(0);
    }

    /** Where no package database is read, what runs stands for what is installed; the planner sees to it that both differ. */
    @Override
    public Observed observe(HostOrders.Observe order) {
        var seen = asker.observe(order.of(remote));
        var it = seen.instance();
        return new Observed(
                new Instance(
                        it.id(),
                        it.component(),
                        it.host(),
                        it.address(),
                        installed(it.running()),
                        it.running(),
                        it.health(),
                        it.isolatedBy()),
                Optional.empty());
    }

    private Optional<Version> installed(String running) {
        if (running.equals(plan.to().upstream())) {
            return Optional.of(plan.to());
        }
        return running.equals(plan.from().upstream()) ? Optional.of(plan.from()) : Optional.empty();
    }

    @Override
    public Verification verify(HostOrders.Verify order) {
        return asker.verify(order.of(remote));
    }

    @Override
    public Regression monitor(HostOrders.Monitor order) {
        return asker.monitor(order.of(remote));
    }

    /** It was never taken out of work. */
    @Override
    public Rejoined rejoin(HostOrders.Rejoin order) {
        return new Rejoined(true, "", "it was not taken out of work");
    }

    @Override
    public void beginInstall(HostOrders.BeginInstall order) {
        throw nobodyThere();
    }

    @Override
    public InstallOutcome awaitInstall(HostOrders.BeginInstall order) {
        throw nobodyThere();
    }

    @Override
    public RebootOutcome reboot(HostOrders.Reboot order) {
        throw nobodyThere();
    }

    @Override
    public Duration lookForQuiet(MaintenanceOrders.LookForQuiet order) {
        throw nobodyThere();
    }

    @Override
    public void closeGateway(MaintenanceOrders.CloseGateway order) {
        throw nobodyThere();
    }

    @Override
    public void openGateway(MaintenanceOrders.OpenGateway order) {
        throw nobodyThere();
    }

    @Override
    public void stopInstance(MaintenanceOrders.Service order) {
        throw nobodyThere();
    }

    @Override
    public void startInstance(MaintenanceOrders.Service order) {
        throw nobodyThere();
    }

    @Override
    public String checkWholeSystem(MaintenanceOrders.CheckFile order) {
        throw nobodyThere();
    }

    @Override
    public HookOutcome runHook(MaintenanceOrders.RunHook order) {
        throw nobodyThere();
    }

    private StepFailed nobodyThere() {
        return new StepFailed(plan.host() + " has no worker of ours that could do it.");
    }
}
