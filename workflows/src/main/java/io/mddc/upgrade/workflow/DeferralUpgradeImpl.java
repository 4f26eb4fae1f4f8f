package io.mddc.upgrade.workflow;

import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.contract.Uploaded;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.workflow.WorkflowInit;

/** The worker runs the installer. */
public final class DeferralUpgradeImpl extends FiveStepWorkflow implements DeferralUpgrade {
    @WorkflowInit
    public DeferralUpgradeImpl(UnitOrder order) {
        super(order);
    }

    @Override
    public UnitReport run(UnitOrder same) {
        return takeAll();
    }

    @Override
    InstallOutcome.Installed install(FiveSteps steps) {
        return steps.install(Step.INSTALL, order().plan().target());
    }

    @Override
    WaitReason installing(FiveSteps steps, Uploaded uploaded) {
        return steps.installerRuns(order().plan().target());
    }
}
