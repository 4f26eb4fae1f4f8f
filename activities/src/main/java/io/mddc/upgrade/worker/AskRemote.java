package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.Remote;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.HostOrders.Monitor;
import io.mddc.upgrade.contract.HostOrders.Observe;
import io.mddc.upgrade.contract.HostOrders.Verify;
import io.mddc.upgrade.contract.Observed;
import io.mddc.upgrade.contract.Regression;
import io.mddc.upgrade.contract.Verification;
import io.mddc.upgrade.worker.component.ComponentClient;
import io.mddc.upgrade.worker.component.ComponentSilent;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks an instance on a host without a worker what it says over plain HTTP: its version, and whether it is ready. Reads only, so
 * it may be done again at any time. No key goes along: the address comes with the task, not from this host's configuration.
 */
final class AskRemote {
    private final Function<Remote, ComponentClient> clients;
    private final Heartbeat heartbeat;
    private final Duration notReady;

    /**
     * @param notReady so long is forgiven while it is watched
     */
    AskRemote(Function<Remote, ComponentClient> clients, Heartbeat heartbeat, Duration notReady) {
        this.clients = clients;
        this.heartbeat = heartbeat;
        this.notReady = notReady;
    }

    Observed observe(Observe order, Remote remote) {
        var client = clients.apply(remote);
        var running = answer(client::version).orElse("");
        var health = answer(client::isReady)
                .filter(ready -> !running.isEmpty())
                .map(ready -> ready ? Health.READY : Health.NOT_READY)
                .orElse(Health.UNREACHABLE);
        return new Observed(
                new Instance(
                        order.instance(),
                        remote.component(),
                        remote.host(),
                        remote.address(),
                        Optional.empty(),
                        running,
                        health,
                        ""),
                Optional.empty());
    }

    /** Another version may still be the former process, which nobody sees end: only the limit makes it final. */
    Verification verify(Verify order, Remote remote) {
        var client = clients.apply(remote);
        var limit = System.nanoTime() + order.ready().toNanos();
        var look = new Look(client, order.target().upstream());
        return heartbeat.until(
                () -> {
                    var problem = look.problem();
                    if (problem.isEmpty()) {
                        return Optional.<Verification>of(
                                new Verification.Fit(order.target().upstream(), Baseline.OF_NO_PROCESS));
                    }
                    return System.nanoTime() > limit
                            ? Optional.of(new Verification.Unfit("after " + order.ready() + " still: " + problem.get()))
                            : Optional.empty();
                },
                () -> order.instance() + ": " + look.seen);
    }

    /** Worse is: another version than at the first look that was answered, or not ready for too long. */
    Regression monitor(Monitor order, Remote remote) {
        var client = clients.apply(remote);
        var look = new Look(client, "");
        return heartbeat.polling(order.poll()).until(() -> look.worse(notReady), () -> look.seen);
    }

    private static <T> Optional<T> answer(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (ComponentSilent silent) {
            return Optional.empty();
        }
    }

    private static final class Look {
        private final ComponentClient client;
        private String expected;
        private Optional<Long> since = Optional.empty();
        private String seen = "not looked at yet";

        /**
         * @param expected its version; empty for whatever it answers first
         */
        Look(ComponentClient client, String expected) {
            this.client = client;
            this.expected = expected;
        }

        Optional<String> problem() {
            try {
                var running = client.version();
                expected = expected.isEmpty() ? running : expected;
                if (!running.equals(expected)) {
                    return not("it answers '" + running + "', expected '" + expected + "'");
                }
                return client.isReady() ? well() : not("it says that it is not ready");
            } catch (ComponentSilent silent) {
                return not(silent.sentence());
            }
        }

        Optional<Regression> worse(Duration forgiven) {
            var problem = problem();
            long now = System.nanoTime();
            since = problem.isEmpty() ? Optional.empty() : since.or(() -> Optional.of(now));
            return problem.filter(any -> now - since.orElse(now) > forgiven.toNanos())
                    .map(why -> new Regression("not ready for more than " + forgiven + ": " + why));
        }

        private Optional<String> well() {
            seen = "ready";
            return Optional.empty();
        }

        private Optional<String> not(String why) {
            seen = why;
            return Optional.of(why);
        }
    }
}
