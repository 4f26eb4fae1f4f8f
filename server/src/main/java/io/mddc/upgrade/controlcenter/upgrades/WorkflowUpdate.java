package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.controlcenter.upgrades.CommandLog.Given;
import java.util.List;

/**
 * A command as the workflow that owns the state takes it.
 *
 * @param workflow its id
 * @param name of the update
 * @param whatRuns what is missing when that workflow does not run, for people
 */
record WorkflowUpdate(Told told, String workflow, String name, List<Object> arguments, String whatRuns) {
    WorkflowUpdate {
        arguments = List.copyOf(arguments);
    }

    /**
     * What the key stands for.
     *
     * @param action its last word in the path
     * @param about what it is about beside the upgrade and the reason, in a form that is the same whenever the same is asked
     */
    static Given given(Told told, String action, Object... about) {
        var content = new StringBuilder(told.upgrade() + "\n" + told.command().reason());
        for (var part : about) {
            content.append('\n').append(part);
        }
        return new Given(told.key(), action, content.toString(), told.command().by());
    }
}
