package io.mddc.upgrade.lab.service.core;

import java.time.Duration;
import java.util.Random;

/**
 * How long a real engine would take: log-normal through the median and the 99th percentile, cut at the most. The same file
 * takes equally long on every Core of the same seed.
 */
record ScanTime(long seed, Duration median, Duration p99, Duration most) {
    private static final double Z99 = 2.3263478740408408;

    Duration of(String sha256) {
        var random = new Random(seed * 31 + Long.parseUnsignedLong(sha256.substring(0, 16), 16));
        random.nextDouble();
        double sigma = Math.log((double) p99.toMillis() / median.toMillis()) / Z99;
        double millis = median.toMillis() * Math.exp(sigma * random.nextGaussian());
        return Duration.ofMillis((long) Math.min(millis, (double) most.toMillis()));
    }
}
