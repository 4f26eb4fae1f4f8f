package io.mddc.upgrade.controlcenter.upgrades.live;

import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.mddc.upgrade.controlcenter.access.AccessFilter;
import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.access.CredentialDao;
import io.mddc.upgrade.controlcenter.access.CredentialDao.Credential;
import io.mddc.upgrade.controlcenter.access.Credentials;
import io.mddc.upgrade.controlcenter.access.Role;
import io.mddc.upgrade.controlcenter.access.Token;
import io.mddc.upgrade.controlcenter.rest.ProblemMapper;
import io.mddc.upgrade.controlcenter.store.Databases;
import io.mddc.upgrade.controlcenter.upgrades.Examples;
import io.mddc.upgrade.controlcenter.upgrades.StoredClusterHold;
import io.mddc.upgrade.controlcenter.upgrades.StoredRunLog;
import io.mddc.upgrade.json.UpgradeJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** A real application that has nothing but the streams of one upgrade, whose run log the tests write. */
public final class StreamsApplication extends Application<Configuration> {
    static final int PER_CALLER = 3;
    static final Duration SLOWEST = Duration.ofSeconds(1);

    /** So late that what comes in time came because its feed was woken. */
    private static final Duration BEAT = Duration.ofMillis(500);

    private final Jdbi jdbi = Databases.h2().setSqlLogger(new Jitter());
    private final MeddlingReads upgrades = new MeddlingReads(Examples.queries(jdbi));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private StoredRunLog log = new StoredRunLog(jdbi);
    private StoredClusterHold hold = Examples.hold(jdbi);

    @Override
    public void run(Configuration configuration, Environment environment) {
        var lines = environment
                .lifecycle()
                .scheduledExecutorService("lines")
                .threads(1)
                .build();
        var streams = new EventStreams(
                upgrades,
                UpgradeJson.mapper(),
                new EventStreams.Limits(PER_CALLER, SLOWEST),
                new EventStreams.Means(lines, Clock.systemUTC(), meters));
        var unused = lines.scheduleWithFixedDelay(
                streams::lookAfterAll, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        environment.lifecycle().addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopping(LifeCycle server) {
                streams.endAll();
            }
        });
        log = log.watchedBy(streams);
        hold = hold.watchedBy(streams);
        register(environment, new WatchedExchange(upgrades, streams));
        Examples.started(jdbi);
    }

    private void register(Environment environment, WatchedExchange watched) {
        var credentials = jdbi.onDemand(CredentialDao.class);
        for (var name : List.of("one", "other")) {
            var hash = new Token(name).hash();
            credentials.insert(new Credential(hash, name, Role.VIEWER, Optional.empty(), Examples.NOON));
        }
        environment.jersey().register(new AccessFilter(new Credentials(credentials)));
        environment.jersey().register(new AuthValueFactoryProvider.Binder<>(Caller.class));
        environment.jersey().register(new ProblemMapper());
        environment.jersey().register(new EventStreamResource(watched));
    }

    /** A database takes its time, so that transactions are open beside one another. */
    private static final class Jitter implements SqlLogger {
        private static final long MOST = 1_000_000;

        @Override
        public void logAfterExecution(StatementContext statement) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MOST));
        }
    }

    MeddlingReads reads() {
        return upgrades;
    }

    StoredRunLog log() {
        return log;
    }

    StoredClusterHold hold() {
        return hold;
    }

    double openStreams() {
        return meters.get("mddc.upgrade.event.streams").gauge().value();
    }
}
