package io.mddc.upgrade.workflow;

import static io.mddc.upgrade.run.UnitState.INSTALLING;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** What goes on around an installer that a person runs, on the first host. */
final class ByHand {
    private ByHand() {}

    /** Returns when the person is waited for. */
    static void startUntilAsked(UpgradeRun run) {
        run.start();
        untilAsked(run);
    }

    static void untilAsked(UpgradeRun run) {
        until(() -> run.states(1).contains(INSTALLING));
    }

    static void install(UpgradeRun run) {
        run.host(1).isInstalledByHand();
    }

    static void confirm(UpgradeRun run) {
        run.byInstaller(run.host(1)).confirmInstalled(UpgradeRun.command("done"));
    }

    static void installAndConfirm(UpgradeRun run) {
        install(run);
        confirm(run);
    }

    static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
