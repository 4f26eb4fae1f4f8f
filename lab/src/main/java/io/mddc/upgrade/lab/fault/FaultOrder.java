package io.mddc.upgrade.lab.fault;

import static com.google.common.base.Preconditions.checkArgument;

import io.mddc.upgrade.cluster.InstanceId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code KIND[@INSTANCE]}: the new version is bad.
 *
 * @param instance only there, with the same package as everywhere; empty means that the package itself is bad
 */
public record FaultOrder(FaultKind kind, Optional<InstanceId> instance) {
    private static final Pattern GRAMMAR = Pattern.compile("([a-z-]+)(?:@(.+))?");
    private static final Set<String> LATER = Set.of("unsigned");

    public FaultOrder {
        checkArgument(
                instance.isPresent() || !kind.needsInstance(),
                "%s cannot be built into a package: allowed is %s@INSTANCE",
                kind.word(),
                kind.word());
    }

    /** Throws with what is allowed. */
    public static FaultOrder parse(String text) {
        var parts = GRAMMAR.matcher(text);
        checkArgument(
                parts.matches(), "'%s' is no fault: allowed is KIND[@INSTANCE], such as never-ready@core-2", text);
        return new FaultOrder(
                kind(parts.group(1)), Optional.ofNullable(parts.group(2)).map(InstanceId::new));
    }

    private static FaultKind kind(String word) {
        checkArgument(!LATER.contains(word), "'%s' is not built yet: allowed is %s", word, FaultKind.allowed());
        return FaultKind.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is no kind of fault: allowed is " + FaultKind.allowed()));
    }

    @Override
    public String toString() {
        return kind.word() + instance.map(id -> "@" + id).orElse("");
    }
}
