package io.mddc.upgrade.controlcenter.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.stream.Stream;

/** The engine's client asks for 69 buckets in each of its histograms; so many tell enough. */
final class EngineBuckets implements MeterFilter {
    private static final String THEIRS = "temporal";
    private static final double[] BUCKETS = Stream.of(
                    Duration.ofMillis(10),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1))
            .mapToDouble(Duration::toNanos)
            .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        if (!id.getName().startsWith(THEIRS)) {
            return config;
        }
        return DistributionStatisticConfig.builder()
                .percentilesHistogram(false)
                .serviceLevelObjectives(BUCKETS)
                .build()
                .merge(config);
    }
}
