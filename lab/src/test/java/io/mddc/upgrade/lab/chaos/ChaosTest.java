package io.mddc.upgrade.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.InstanceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChaosTest {
    private static final InstanceId CORE_1 = new InstanceId("core-1");
    private static final InstanceId CORE_2 = new InstanceId("core-2");

    private final Scene scene = new Scene();

    @Test
    void killsOnceWhenTheStepOfThatInstanceBegins() {
        try (var chaos = chaos("worker@drain:core-2")) {
            chaos.begins(KillStep.DRAIN, CORE_1);
            chaos.begins(KillStep.INSTALL, CORE_2);
            assertThat(chaos.reports()).isEmpty();

            chaos.begins(KillStep.DRAIN, CORE_2);
            chaos.begins(KillStep.DRAIN, CORE_2);

            assertThat(chaos.reports()).singleElement().satisfies(report -> {
                assertThat(report.what()).isEqualTo("worker");
                assertThat(report.instance()).contains(CORE_2);
                assertThat(report.resumedAfterSeconds()).contains(2.0);
            });
            assertThat(scene.done).containsExactly("kill worker of core-2", "restart worker of core-2");
        }
    }

    @Test
    void waitsForTheLastSignWhenEverythingWasKilled() {
        try (var chaos = chaos("everything@install")) {
            chaos.begins(KillStep.INSTALL, CORE_1);

            assertThat(chaos.reports().get(0).resumedAfterSeconds()).contains(3.0);
        }
    }

    @Test
    void waitsForTheCleanupOfATerminatedWorkflow() {
        var order = KillOrder.parseTermination("install:core-2");
        try (var chaos = new Chaos(List.of(order), scene, scene)) {
            chaos.begins(KillStep.INSTALL, CORE_2);

            assertThat(chaos.reports().get(0).what()).isEqualTo("workflow");
            assertThat(chaos.reports().get(0).resumedAfterSeconds()).contains(20.0);
        }
    }

    @Test
    void namesTheOrdersWhoseStepNeverCame() {
        try (var chaos = chaos("engine@monitor", "worker@upload")) {
            chaos.begins(KillStep.UPLOAD, CORE_1);

            assertThat(chaos.reports()).hasSize(1);
            assertThat(chaos.neverCame()).extracting(KillOrder::toString).containsExactly("engine@monitor");
        }
    }

    private Chaos chaos(String... orders) {
        return new Chaos(Stream.of(orders).map(KillOrder::parse).toList(), scene, scene);
    }

    /** Everything is there and goes on two seconds after its restart, the control center three. */
    private static final class Scene implements Targets, LifeSigns {
        private static final Instant RESTARTED = Instant.parse("2026-11-22T02:00:00Z");

        private final Queue<String> done = new ConcurrentLinkedQueue<>();

        private Killable named(String name) {
            return new Killable() {
                @Override
                public void kill() {
                    done.add("kill " + name);
                }

                @Override
                public Instant restart() {
                    done.add("restart " + name);
                    return RESTARTED;
                }
            };
        }

        @Override
        public Killable controlCenter() {
            return named("control center");
        }

        @Override
        public Killable engine() {
            return named("engine");
        }

        @Override
        public Killable workerOf(InstanceId instance) {
            return named("worker of " + instance);
        }

        @Override
        public Killable instance(InstanceId instance) {
            return named(instance.toString());
        }

        @Override
        public Killable everything() {
            return named("everything");
        }

        @Override
        public Killable workflow() {
            return named("workflow");
        }

        @Override
        public Optional<Instant> ofCleanup() {
            return Optional.of(RESTARTED.plusSeconds(20));
        }

        @Override
        public Optional<Instant> ofWorker(InstanceId instance, Instant after) {
            return Optional.of(RESTARTED.plusSeconds(2));
        }

        @Override
        public Optional<Instant> ofControlCenter() {
            return Optional.of(RESTARTED.plusSeconds(3));
        }

        @Override
        public Optional<Instant> ofEngine() {
            return Optional.of(RESTARTED.plusSeconds(2));
        }

        @Override
        public Optional<Instant> ofInstance(InstanceId instance) {
            return Optional.of(RESTARTED.plusSeconds(2));
        }
    }
}
