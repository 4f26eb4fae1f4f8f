package io.mddc.upgrade.workflow;

import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.contract.Uploaded;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.workflow.WorkflowInit;

/** A person runs the installer, or the worker for them, as the policy says. */
public final class InstallerUpgradeImpl extends FiveStepWorkflow implements InstallerUpgrade {
    private final Attended attended;

    @WorkflowInit
    public InstallerUpgradeImpl(UnitOrder order) {
        super(order);
        this.attended = new Attended(order, progress());
    }

    @Override
    public UnitReport run(UnitOrder same) {
        return takeAll();
    }

    @Override
    InstallOutcome.Installed install(FiveSteps steps) {
        return order().isAttended()
                ? attended.await(steps, this::isStopped)
                : steps.install(Step.INSTALL, order().plan().target());
    }

    @Override
    WaitReason installing(FiveSteps steps, Uploaded uploaded) {
        return order().isAttended()
                ? attended.ask(steps, uploaded)
                : steps.installerRuns(order().plan().target());
    }

    @Override
    public void confirmInstalled(Command command) {
        attended.confirm(command);
    }

    @Override
    public void validateConfirmInstalled(Command command) {
        attended.validateConfirm(command);
    }
}
