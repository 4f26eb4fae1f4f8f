package io.mddc.upgrade.controlcenter;

import io.dropwizard.core.setup.Environment;
import io.mddc.upgrade.controlcenter.metrics.Metrics;
import io.mddc.upgrade.controlcenter.upgrades.BoundedCalls;
import io.mddc.upgrade.controlcenter.upgrades.RunLogWatches;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeQueries;
import io.mddc.upgrade.controlcenter.upgrades.live.EngineHeartbeats;
import io.mddc.upgrade.controlcenter.upgrades.live.EventStreamResource;
import io.mddc.upgrade.controlcenter.upgrades.live.EventStreams;
import io.mddc.upgrade.controlcenter.upgrades.live.LiveProgress;
import io.mddc.upgrade.controlcenter.upgrades.live.WatchedExchange;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.jetty.util.component.LifeCycle;

/** Puts together what lets people watch an upgrade. */
final class Watching {
    private static final Duration LIVE = Duration.ofSeconds(1);

    private final ControlCenterConfig config;
    private final Environment environment;
    private final Clock clock;

    Watching(ControlCenterConfig config, Environment environment, Clock clock) {
        this.config = config;
        this.environment = environment;
        this.clock = clock;
    }

    /** Two threads: lines must not wait behind an engine that is asked for live numbers. */
    WatchedExchange open(UpgradeQueries upgrades, BoundedCalls engine, Metrics metrics, RunLogWatches watches) {
        var lines = thread("event-lines");
        var json = environment.getObjectMapper();
        var streams = new EventStreams(
                upgrades,
                json,
                new EventStreams.Limits(
                        config.limits().eventStreams(), config.times().slowClient()),
                new EventStreams.Means(lines, clock, metrics.registry()));
        watches.add(streams);
        endWithTheServer(streams);
        var live = new LiveProgress(upgrades, new EngineHeartbeats(engine, clock), streams, json);
        environment.lifecycle().manage(new Every(config.times().eventBeat(), streams::lookAfterAll, lines));
        environment.lifecycle().manage(new Every(LIVE, live, thread("live-numbers")));
        var watched = new WatchedExchange(upgrades, streams);
        environment.jersey().register(new EventStreamResource(watched));
        return watched;
    }

    /** Before the server waits for its requests to end. */
    private void endWithTheServer(EventStreams streams) {
        environment.lifecycle().addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopping(LifeCycle server) {
                streams.endAll();
            }
        });
    }

    private ScheduledExecutorService thread(String name) {
        return environment
                .lifecycle()
                .scheduledExecutorService(name)
                .threads(1)
                .shutdownTime(io.dropwizard.util.Duration.milliseconds(100))
                .build();
    }
}
