package io.mddc.upgrade.controlcenter.metrics;

import com.codahale.metrics.MetricRegistry;
import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import com.uber.m3.util.Duration;
import io.dropwizard.lifecycle.Managed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All metrics of the process: ours, the engine client's, the HTTP server's and the JVM's. */
public final class Metrics implements Managed {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Scope engineScope = new RootScopeBuilder()
            .reporter(new MicrometerClientStatsReporter(registry))
            .reportEvery(Duration.ofSeconds(1));
    private final List<Runnable> counts = new CopyOnWriteArrayList<>();

    /** With those of the JVM, and of the HTTP server and the database pool, which Dropwizard keeps. */
    public static Metrics of(MetricRegistry dropwizard) {
        var metrics = new Metrics();
        metrics.registry.config().meterFilter(new EngineBuckets());
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(jvm -> jvm.bindTo(metrics.registry));
        dropwizard.addListener(new DropwizardMeters(metrics.registry));
        return metrics;
    }

    public MeterRegistry registry() {
        return registry;
    }

    /** For the engine's client, which reports into it every second. */
    public Scope engineScope() {
        return engineScope;
    }

    @Override
    public void stop() throws ScopeCloseException {
        engineScope.close();
    }

    /** What is counted when it is asked for. */
    public void beforeShowing(Runnable count) {
        counts.add(count);
    }

    String show(String contentType) {
        counts.forEach(Runnable::run);
        return registry.scrape(contentType);
    }
}
