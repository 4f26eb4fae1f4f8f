package io.mddc.upgrade.lab.service.core;

import java.io.IOException;

/**
 * How far archives are opened.
 *
 * @param depth archives in archives
 * @param bytes all content of one submitted file together, unpacked
 */
record ScanLimits(int depth, int entries, long bytes) {
    static final ScanLimits DEFAULT = new ScanLimits(5, 10_000, 256L << 20);

    ScanLimits withDepth(int other) {
        return new ScanLimits(other, entries, bytes);
    }

    Meter meter() {
        return new Meter(this);
    }

    /** Thrown out of the archive that unpacks to too much. */
    static final class Exceeded extends IOException {
        Exceeded(String message) {
            super(message);
        }
    }

    /** Counts one scan. */
    static final class Meter {
        private final ScanLimits limits;
        private long bytes;
        private int entries;

        private Meter(ScanLimits limits) {
            this.limits = limits;
        }

        void count(int more) throws Exceeded {
            bytes += more;
            if (bytes > limits.bytes()) {
                throw new Exceeded("more than " + limits.bytes() + " bytes unpacked");
            }
        }

        void entry(int depth) throws Exceeded {
            entries++;
            if (entries > limits.entries() || depth > limits.depth()) {
                throw new Exceeded("more than " + limits.entries() + " entries or " + limits.depth() + " levels");
            }
        }
    }
}
