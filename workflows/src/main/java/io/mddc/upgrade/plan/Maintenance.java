package io.mddc.upgrade.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.ImpactLevel;
import java.time.Duration;
import java.util.Set;

/**
 * How the whole system is taken down around a stage, which is done for every component of level 2.
 *
 * @param components others that are upgraded in maintenance mode as well
 * @param quiet what is waited for before gateways close
 * @param finish how long accepted files may take to finish; past it the system opens again and the stage is not begun
 */
public record Maintenance(Set<Component> components, Quiet quiet, Duration finish) {
    /** What holds where the policy says nothing. */
    public static final Maintenance USUAL =
            new Maintenance(Set.of(), new Quiet(Kind.REQUIRE, Duration.ofSeconds(60)), Duration.ofHours(4));

    public Maintenance {
        components = components == null ? Set.of() : Set.copyOf(components);
        quiet = quiet == null ? USUAL.quiet() : quiet;
        finish = finish == null ? USUAL.finish() : finish;
        Allowed.length("maintenance.finish", finish);
        for (var component : components) {
            checkArgument(
                    component != Component.CORE
                            && component != Component.API_GATEWAY
                            && component != Component.CONTROL_CENTER
                            && component != Component.WORKER,
                    "maintenance.components names %s, which maintenance mode itself needs: allowed are IDENTITY_SERVICE and"
                            + " FILE_STORAGE",
                    component);
        }
    }

    /** How a moment without submissions is looked for. */
    public enum Kind {
        /** The gateways do not close without it. */
        REQUIRE,
        /** They close after that time anyway. */
        PREFER,
        /** They close at once. */
        NONE
    }

    /**
     * @param time without a submission, and with PREFER so long at most
     */
    public record Quiet(Kind kind, Duration time) {
        public Quiet {
            requireNonNull(kind, "maintenance.quiet.kind is missing: allowed is REQUIRE, PREFER or NONE");
            time = time == null ? Duration.ZERO : time;
            checkArgument(
                    time.compareTo(Duration.ZERO) >= 0 && time.compareTo(Duration.ofDays(1)) <= 0,
                    "maintenance.quiet.time is %s: allowed is PT0S to P1D",
                    time);
        }
    }

    boolean isFor(Component component) {
        return component.impact() == ImpactLevel.SYSTEM_DOWN || components.contains(component);
    }
}
