package io.mddc.upgrade.controlcenter.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistryListener;
import com.codahale.metrics.Timer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows what Dropwizard measures of its parts; of what it times, how often it happened. */
final class DropwizardMeters extends MetricRegistryListener.Base {
    private static final String PREFIX = "dropwizard.";

    private final MeterRegistry meters;

    DropwizardMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void onGaugeAdded(String name, Gauge<?> gauge) {
        io.micrometer.core.instrument.Gauge.builder(name(name), gauge, DropwizardMeters::number)
                .strongReference(true)
                .register(meters);
    }

    @Override
    public void onCounterAdded(String name, Counter counter) {
        io.micrometer.core.instrument.Gauge.builder(name(name), counter, Counter::getCount)
                .strongReference(true)
                .register(meters);
    }

    @Override
    public void onMeterAdded(String name, Meter meter) {
        FunctionCounter.builder(name(name), meter, Meter::getCount).register(meters);
    }

    @Override
    public void onTimerAdded(String name, Timer timer) {
        FunctionCounter.builder(name(name), timer, Timer::getCount).register(meters);
    }

    /** A gauge may be a text, which is no number. */
    private static double number(Gauge<?> gauge) {
        return gauge.getValue() instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static String name(String theirs) {
        return PREFIX + theirs.replaceAll("[^A-Za-z0-9]+", ".");
    }
}
