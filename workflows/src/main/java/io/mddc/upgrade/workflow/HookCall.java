package io.mddc.upgrade.workflow;

import io.mddc.upgrade.contract.MaintenanceOrders.RunHook;
import io.mddc.upgrade.workflow.OnHost.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Has a host run a program of its administrator. One that was interrupted is run again under a new operation id. */
final class HookCall {
    private static final int ATTEMPTS = 3;

    private HookCall() {}

    /**
     * Throws {@link StepFailed} with the program's last words when it did not succeed.
     *
     * @param orders each with an operation id of its own
     * @param limit the host's own for the program may be shorter
     */
    static void run(OnHost host, Supplier<RunHook> orders, Duration limit) {
        for (int attempt = 1; ; attempt++) {
            var wanted = orders.get();
            var summary = wanted.hook() + " of " + wanted.operation().instance();
            var outcome = host.change(new Call<>(summary, limit, Instant.MAX, on -> on.runHook(wanted)));
            if (outcome.sentence().isEmpty()) {
                return;
            }
            if (!outcome.interrupted() || attempt == ATTEMPTS) {
                throw new StepFailed(outcome.sentence());
            }
        }
    }
}
