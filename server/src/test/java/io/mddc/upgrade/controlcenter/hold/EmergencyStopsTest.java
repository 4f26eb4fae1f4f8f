package io.mddc.upgrade.controlcenter.hold;

import static io.mddc.upgrade.controlcenter.upgrades.Examples.CLOCK;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.NOON;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.store.OnBothDatabases;
import io.mddc.upgrade.workflow.Cleanup.CleanupOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ClassTemplate
@ExtendWith(OnBothDatabases.class)
class EmergencyStopsTest {
    @Test
    void theFirstStopStaysUntilItIsReleased(Jdbi jdbi) {
        var stops = new EmergencyStops(jdbi, CLOCK);
        assertThat(stops.current()).isEmpty();

        var first = stops.set("anna", "smoke");
        var second = stops.set("bob", "fire");

        assertThat(second).isEqualTo(first).isEqualTo(stops.current().orElseThrow());
        assertThat(first.since()).isEqualTo(NOON);
        assertThat(first.sentence()).isEqualTo("Emergency stop by anna since 2026-11-22T12:00:00Z: smoke.");
        assertThatThrownBy(() -> jdbi.useTransaction(EmergencyStops::requireNone))
                .isInstanceOf(EmergencyStop.class)
                .hasMessageContaining("by anna since");
    }

    @Test
    void anUpgradeIsToldOfAStopAndOfItsReleaseOnce(Jdbi jdbi) {
        var told = new ArrayList<String>();
        var stops = new EmergencyStops(jdbi, CLOCK);
        var upgrade = started(jdbi);
        tell(stops, upgrade, told);
        stops.set("anna", "smoke");

        assertThatThrownBy(() -> stops.tell(upgrade, new Listening(sentence -> {
                    throw new IllegalStateException("no engine");
                })))
                .isInstanceOf(IllegalStateException.class);
        tell(stops, upgrade, told);
        tell(new EmergencyStops(jdbi, CLOCK), upgrade, told);
        stops.release("carl", "the toaster");
        tell(stops, upgrade, told);
        tell(stops, upgrade, told);

        assertThat(told).containsExactly("Emergency stop by anna since 2026-11-22T12:00:00Z: smoke.", "");
    }

    private static void tell(EmergencyStops stops, UpgradeId upgrade, List<String> told) {
        stops.tell(upgrade, new Listening(told::add));
    }

    /** Workflows that hear, and are asked nothing else. */
    private record Listening(Consumer<String> ear) implements UpgradeWorkflows {
        @Override
        public void tellStop(UpgradeId upgrade, String stop) {
            ear.accept(stop);
        }

        @Override
        public Life life(UpgradeId upgrade) {
            return Life.OPEN;
        }

        @Override
        public Optional<String> openPart(UpgradeId upgrade) {
            return Optional.empty();
        }

        @Override
        public void start(UpgradeId upgrade) {
            throw new IllegalStateException("nothing is to be started");
        }

        @Override
        public boolean pause(UpgradeId upgrade, String key, String why) {
            throw new IllegalStateException("nothing is to be paused");
        }

        @Override
        public void tellWindowsChanged(UpgradeId upgrade) {
            throw new IllegalStateException("no windows have changed");
        }

        @Override
        public void startCleanup(CleanupOrder order) {
            throw new IllegalStateException("nothing is to be cleaned up");
        }
    }

    @Test
    void aReleaseIsRememberedAndAnotherStopMayFollow(Jdbi jdbi) {
        var stops = new EmergencyStops(jdbi, CLOCK);
        assertThat(stops.release("carl", "nothing was set")).isEmpty();
        stops.set("anna", "smoke");

        var released = stops.release("carl", "it was the toaster").orElseThrow();
        stops.release("bob", "once more");

        assertThat(released.sentence()).isEqualTo("Emergency stop released by carl: it was the toaster.");
        assertThat(stops.newest()).contains(released);
        assertThat(stops.current()).isEmpty();
        assertThatCode(() -> jdbi.useTransaction(EmergencyStops::requireNone)).doesNotThrowAnyException();
        assertThat(stops.set("bob", "fire").stoppedBy()).isEqualTo("bob");
    }
}
