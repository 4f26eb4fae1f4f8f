package io.mddc.upgrade.controlcenter.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.hold.HeldCluster.Holder;
import io.mddc.upgrade.controlcenter.store.Databases;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.workflow.Cleanup.CleanupOrder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
    private static final UpgradeId UPGRADE = new UpgradeId("2026-11-22-1");

    private final Engine engine = new Engine();
    private Optional<Holder> holder = Optional.empty();
    private List<OperationId> installs = List.of();
    private final EmergencyStops stops = new EmergencyStops(Databases.h2(), Clock.systemUTC());
    private final List<String> said = new ArrayList<>();
    private List<UpgradeId> waiting = List.of();

    private String reconcile() {
        var reconciler = new Reconciler(new Rows(), engine, (upgrade, silentHost) -> installs, stops);
        reconciler.run();
        var latest = reconciler.latest();
        return (latest.reconciled() ? "" : "not: ") + latest.sentence();
    }

    private final class Rows implements HeldCluster {
        @Override
        public Optional<Holder> holder() {
            return holder;
        }

        @Override
        public void ending(UpgradeId upgrade, String sentence, String others) {
            said.add(upgrade + ": " + sentence + " [" + others + "]");
        }

        @Override
        public List<UpgradeId> waiting() {
            return waiting;
        }
    }

    private void holds(UpgradeState state, UpgradeWorkflows.Life life) {
        holder = Optional.of(new Holder(UPGRADE, state, Duration.ofMinutes(5)));
        engine.life = life;
    }

    @Test
    void doesNothingWhenNobodyHoldsTheClusterOrTheWorkflowIsOpen() {
        assertThat(reconcile()).isEqualTo("rows and workflows agree");

        holds(UpgradeState.RUNNING, UpgradeWorkflows.Life.OPEN);

        assertThat(reconcile()).isEqualTo("rows and workflows agree");
        assertThat(engine.done).isEmpty();
    }

    @Test
    void startsWhatWasScheduledButNotStartedThoughItHoldsNothing() {
        waiting = List.of(UPGRADE);
        engine.life = UpgradeWorkflows.Life.UNKNOWN;

        assertThat(reconcile()).isEqualTo("rows and workflows agree");
        assertThat(engine.done).containsExactly("start 2026-11-22-1");
    }

    @Test
    void startsWhatWasRecordedButNotStarted() {
        holds(UpgradeState.STARTING, UpgradeWorkflows.Life.UNKNOWN);

        assertThat(reconcile()).isEqualTo("upgrade 2026-11-22-1 was started");
        assertThat(engine.done).containsExactly("start 2026-11-22-1");
    }

    @Test
    void cleansUpAfterAWorkflowThatIsGone() {
        holds(UpgradeState.RUNNING, UpgradeWorkflows.Life.UNKNOWN);
        reconcile();
        holds(UpgradeState.RUNNING, UpgradeWorkflows.Life.STOPPED);
        reconcile();
        holds(UpgradeState.ENDING, UpgradeWorkflows.Life.ENDED);
        reconcile();

        assertThat(engine.done)
                .containsExactly(
                        "cleanup FAILED Its workflow is not known to the engine any more.",
                        "cleanup ABORTED Its workflow was stopped in the engine, not by a command here.",
                        "cleanup FAILED Its workflow ended without giving the cluster back.");
    }

    @Test
    void waitsForUnitsAndInstallsThatAreStillOpen() {
        holds(UpgradeState.RUNNING, UpgradeWorkflows.Life.STOPPED);
        engine.open = Optional.of("instance/core-1");
        assertThat(reconcile()).isEqualTo("upgrade 2026-11-22-1 is over, but instance/core-1 is still open");

        engine.open = Optional.empty();
        installs = List.of(OperationId.parse("2026-11-22-1/core-1/1"));
        assertThat(reconcile()).isEqualTo("upgrade 2026-11-22-1 is over, but installs go on: [2026-11-22-1/core-1/1]");
        assertThat(engine.done).isEmpty();

        assertThat(said)
                .containsExactly(
                        "2026-11-22-1: Its workflow was stopped in the engine, not by a command here. It ends when that is "
                                + "over: instance/core-1 is still open. [instance/core-1]",
                        "2026-11-22-1: Its workflow was stopped in the engine, not by a command here. It ends when that is "
                                + "over: installs go on: [2026-11-22-1/core-1/1]. [the installers that run]");

        installs = List.of();
        reconcile();
        assertThat(engine.done).hasSize(1);
    }

    @Test
    void changesNothingWhenTheEngineDoesNotAnswer() {
        holds(UpgradeState.STARTING, UpgradeWorkflows.Life.UNKNOWN);
        engine.silent = true;

        assertThat(reconcile()).isEqualTo("not: the engine does not answer, so nothing is changed");
        assertThat(engine.done).isEmpty();
    }

    /** An engine as the test says it is, which notes what it is asked to start. */
    private static final class Engine implements UpgradeWorkflows {
        private final List<String> done = new ArrayList<>();
        private Life life = Life.UNKNOWN;
        private Optional<String> open = Optional.empty();
        private boolean silent;

        @Override
        public Life life(UpgradeId upgrade) {
            if (silent) {
                throw new EngineSilent("state", new IllegalStateException("no answer"));
            }
            return life;
        }

        @Override
        public Optional<String> openPart(UpgradeId upgrade) {
            return open;
        }

        @Override
        public boolean pause(UpgradeId upgrade, String key, String why) {
            return done.add("pause " + upgrade + " " + why);
        }

        @Override
        public void start(UpgradeId upgrade) {
            done.add("start " + upgrade);
        }

        @Override
        public void tellStop(UpgradeId upgrade, String sentence) {
            done.add("stop " + sentence);
        }

        @Override
        public void tellWindowsChanged(UpgradeId upgrade) {
            done.add("windows " + upgrade);
        }

        @Override
        public void startCleanup(CleanupOrder order) {
            done.add("cleanup " + order.outcome() + " " + order.sentence());
        }
    }
}
