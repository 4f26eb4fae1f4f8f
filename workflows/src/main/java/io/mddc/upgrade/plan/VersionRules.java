package io.mddc.upgrade.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.cluster.VersionOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which versions may follow one another, and which may stand beside one another; {@code config/versions.yml}. */
public record VersionRules(List<Source> sources, List<Pair> pairs) {
    public static final VersionRules NONE = new VersionRules(List.of(), List.of());

    public VersionRules(@Nullable List<Source> sources, @Nullable List<Pair> pairs) {
        this.sources = sources == null ? List.of() : List.copyOf(sources);
        this.pairs = pairs == null ? List.of() : List.copyOf(pairs);
    }

    /** To {@code to} or newer one comes only from {@code from} or newer. */
    public record Source(Component component, Version to, Version from) {
        public Source {
            requireNonNull(component, "component is missing");
            checkArgument(to != null && from != null, "a source of %s needs to and from", component);
        }

        boolean forbids(Version source, Version target) {
            return isAtLeast(target, to) && !isAtLeast(source, from);
        }
    }

    /** {@code component} of {@code from} or newer must not run beside {@code needs} older than {@code least}. */
    public record Pair(Component component, Version from, Component needs, Version least) {
        public Pair {
            requireNonNull(component, "component is missing");
            requireNonNull(needs, "needs is missing");
            checkArgument(from != null && least != null, "a pair of %s and %s needs from and least", component, needs);
        }
    }

    /** Revisions of packages do not count. */
    static boolean isAtLeast(Version version, Version least) {
        return VersionOrder.DOTTED.compare(new Version(version.upstream()), new Version(least.upstream())) >= 0;
    }
}
