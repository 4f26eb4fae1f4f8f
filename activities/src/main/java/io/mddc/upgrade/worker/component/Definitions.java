package io.mddc.upgrade.worker.component;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.cluster.VersionOrder;
import java.util.Comparator;

/** The age of definition versions, such as {@code 20261101} or {@code 27.4.1122}. */
public final class Definitions {
    /** By the numbers in them; text that is no version at all sorts as text. */
    public static final Comparator<String> ORDER = Definitions::compare;

    private Definitions() {}

    /** A component that names none cannot be told to be older. */
    public static boolean isOlder(String now, String before) {
        return !before.isEmpty() && ORDER.compare(now, before) < 0;
    }

    private static int compare(String left, String right) {
        try {
            return VersionOrder.DOTTED.compare(new Version(left), new Version(right));
        } catch (IllegalArgumentException e) {
            return left.compareTo(right);
        }
    }
}
