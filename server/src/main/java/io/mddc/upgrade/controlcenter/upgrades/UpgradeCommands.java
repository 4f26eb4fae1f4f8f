package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeMethod;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.workflow.Command;
import io.mddc.upgrade.workflow.WorkflowIds;
import java.util.List;

/** Which workflow owns what a command changes: the upgrade, the stage, or the unit. */
public final class UpgradeCommands {
    private final UpgradeDao upgrades;
    private final PlanDao plans;
    private final CommandSender sender;
    private final Reopening reopening;

    public UpgradeCommands(UpgradeDao upgrades, PlanDao plans, CommandSender sender, Reopening reopening) {
        this.reopening = reopening;
        this.upgrades = upgrades;
        this.plans = plans;
        this.sender = sender;
    }

    /**
     * @param action {@code pause}, {@code resume}, {@code abort} or {@code rollback}: the update has the same name
     */
    void upgrade(Told told, String action) {
        find(told);
        sender.send(toUpgrade(told, action, told.command()), WorkflowUpdate.given(told, action));
    }

    void reopen(Told told) {
        find(told);
        reopening.reopen(told);
    }

    /** A stage that waits to begin is the upgrade's; one that waits after its first unit decides itself. */
    void approve(Told told, Component component) {
        var row = find(told);
        checkStage(told, component);
        var update = row.state() == UpgradeState.AWAITING_APPROVAL
                ? toUpgrade(told, "approveStage", told.command(), component)
                : toStage(told, component, "approve", told.command());
        sender.send(update, WorkflowUpdate.given(told, "approve", component));
    }

    void concurrency(Told told, Component component, int units) {
        find(told);
        checkStage(told, component);
        var argument = new Command.Concurrency(told.command(), units);
        sender.send(
                toStage(told, component, "concurrency", argument),
                WorkflowUpdate.given(told, "concurrency", component, units));
    }

    /**
     * @param action {@code retry} or {@code skip}: the update has the same name
     */
    void instance(Told told, InstanceId instance, String action) {
        var argument = new Command.OnInstance(told.command(), instance);
        sender.send(
                toStage(told, find(told, instance).component(), action, argument),
                WorkflowUpdate.given(told, action, instance));
    }

    void extendDrain(Told told, InstanceId instance, CommandBody.ExtendDrain body) {
        var argument = new Command.ExtendDrain(told.command(), body.by());
        sender.send(
                toUnit(told, instance, "extendDrain", argument),
                WorkflowUpdate.given(told, "extend-drain", instance, body.by()));
    }

    void returnToService(Told told, InstanceId instance) {
        sender.send(
                toUnit(told, instance, "returnToService", told.command()),
                WorkflowUpdate.given(told, "return-to-service", instance));
    }

    void answer(Told told, InstanceId instance, CommandBody.Answer body) {
        var argument = new Command.Answer(told.command(), body.answer().meaning());
        sender.send(
                toUnit(told, instance, "answer", argument),
                WorkflowUpdate.given(told, "answer", instance, body.answer()));
    }

    void confirmInstalled(Told told, InstanceId instance) {
        if (find(told, instance).component().method() == UpgradeMethod.DEFERRAL) {
            throw new CommandRejected(
                    told.upgrade(), "%s is upgraded by its worker: nobody is asked to install it.".formatted(instance));
        }
        sender.send(
                toUnit(told, instance, "confirmInstalled", told.command()),
                WorkflowUpdate.given(told, "confirm-installed", instance));
    }

    private static WorkflowUpdate toUpgrade(Told told, String name, Object... arguments) {
        var workflow = WorkflowIds.ofUpgrade(told.upgrade());
        return new WorkflowUpdate(told, workflow, name, List.of(arguments), "no workflow of it runs now.");
    }

    private static WorkflowUpdate toStage(Told told, Component component, String name, Object argument) {
        var workflow = WorkflowIds.ofStage(told.upgrade(), component);
        var missing = "the stage %s does not run now.".formatted(component.title());
        return new WorkflowUpdate(told, workflow, name, List.of(argument), missing);
    }

    private WorkflowUpdate toUnit(Told told, InstanceId instance, String name, Object argument) {
        var unit = find(told, instance);
        var missing = "%s is %s and has no step in work now.".formatted(instance, unit.state());
        return new WorkflowUpdate(told, WorkflowIds.ofUnit(instance), name, List.of(argument), missing);
    }

    private UpgradeRow find(Told told) {
        return upgrades.find(told.upgrade()).orElseThrow(() -> new UnknownUpgrade(told.upgrade()));
    }

    private void checkStage(Told told, Component component) {
        if (plans.findStage(told.upgrade(), component).isEmpty()) {
            throw new UnknownStage(told.upgrade(), component);
        }
    }

    private UnitRow find(Told told, InstanceId instance) {
        find(told);
        return plans.findUnit(told.upgrade(), instance).orElseThrow(() -> new UnknownUnit(told.upgrade(), instance));
    }
}
