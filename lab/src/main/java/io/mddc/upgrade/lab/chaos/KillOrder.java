package io.mddc.upgrade.lab.chaos;

import static com.google.common.base.Preconditions.checkArgument;

import io.mddc.upgrade.cluster.InstanceId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code WHAT@STEP[:INSTANCE]}: kill -9 WHAT when that step begins; it is started again at once. Or {@code STEP[:INSTANCE]}: the
 * upgrade's workflow is terminated then, and stays so.
 *
 * @param instance whose step, or what is killed when the step is not an instance's; empty means the first that comes to it
 */
public record KillOrder(Victim what, KillStep step, Optional<InstanceId> instance) {
    private static final Pattern GRAMMAR = Pattern.compile("([a-z-]+)@([a-z-]+)(?::(.+))?");
    private static final Pattern STEP = Pattern.compile("([a-z-]+)(?::(.+))?");

    /** Throws with what is allowed. */
    public static KillOrder parse(String text) {
        var parts = GRAMMAR.matcher(text);
        checkArgument(
                parts.matches(),
                "'%s' is not a kill: allowed is WHAT@STEP[:INSTANCE], such as worker@drain:core-2",
                text);
        return new KillOrder(
                victim(parts.group(1)),
                step(parts.group(2)),
                Optional.ofNullable(parts.group(3)).map(InstanceId::new));
    }

    /** The end of the upgrade's workflow. Throws with what is allowed. */
    public static KillOrder parseTermination(String text) {
        var parts = STEP.matcher(text);
        checkArgument(parts.matches(), "'%s' is not a step: allowed is STEP[:INSTANCE], such as install:core-2", text);
        return new KillOrder(
                Victim.WORKFLOW,
                step(parts.group(1)),
                Optional.ofNullable(parts.group(2)).map(InstanceId::new));
    }

    private static Victim victim(String word) {
        return Victim.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' cannot be killed: allowed is " + Victim.allowed()));
    }

    private static KillStep step(String word) {
        return KillStep.of(word)
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + word + "' is not a step: allowed is " + KillStep.allowed()));
    }

    /** It is meant for this instance, when it comes to the step. */
    boolean isFor(InstanceId candidate) {
        return !step.isOfUnit() || instance.map(candidate::equals).orElse(true);
    }

    /** Of which instance, or on whose host, something is killed, when this one comes to the step. */
    InstanceId victim(InstanceId candidate) {
        return instance.orElse(candidate);
    }

    /** The option that orders it. */
    public String option() {
        return what == Victim.WORKFLOW
                ? "--terminate " + step.word() + instance.map(id -> ":" + id).orElse("")
                : "--kill " + this;
    }

    @Override
    public String toString() {
        return what.word() + "@" + step.word() + instance.map(id -> ":" + id).orElse("");
    }
}
