package io.mddc.upgrade.cluster;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * The same check with many seeds, always the same ones, so that a build never fails by chance. {@code -Dtries=100000} looks
 * further, {@code -Dseed=17} repeats one.
 */
public final class Tries {
    private Tries() {}

    /** The failure names its seed. */
    public static void each(int usual, Consumer<SplittableRandom> check) {
        seeds(usual).forEach(seed -> {
            try {
                check.accept(new SplittableRandom(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("-Dseed=" + seed + " repeats this: " + failure.getMessage(), failure);
            }
        });
    }

    public static <T> T pick(SplittableRandom random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** True once in so many times. */
    public static boolean rarely(SplittableRandom random, int times) {
        return random.nextInt(times) == 0;
    }

    private static LongStream seeds(int usual) {
        var seed = Long.getLong("seed");
        return seed != null ? LongStream.of(seed) : LongStream.rangeClosed(1, count(usual));
    }

    public static int count(int usual) {
        return Integer.getInteger("tries", usual);
    }
}
