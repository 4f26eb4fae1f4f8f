package io.mddc.upgrade.lab.chaos;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.Step;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code WHAT@STEP[:INSTANCE]}: kill -9 WHAT when that step begins; it is started again at once.
 *
 * @param instance whose step; empty means the first that comes to it
 */
public record KillOrder(Victim what, Step step, Optional<InstanceId> instance) {
    private static final Pattern GRAMMAR = Pattern.compile("([a-z-]+)@([a-z-]+)(?::(.+))?");

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

    private static Victim victim(String word) {
        return Victim.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' cannot be killed: allowed is " + Victim.allowed()));
    }

    private static Step step(String word) {
        return Arrays.stream(Step.values())
                .filter(step -> word(step).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word
                        + "' is not a step of this scenario: allowed is "
                        + Arrays.stream(Step.values()).map(KillOrder::word).collect(joining(", "))));
    }

    private static String word(Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** It is meant for this instance. */
    boolean isFor(InstanceId candidate) {
        return instance.map(candidate::equals).orElse(true);
    }

    @Override
    public String toString() {
        return what.word() + "@" + word(step) + instance.map(id -> ":" + id).orElse("");
    }
}
