package io.mddc.upgrade.run;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mddc.upgrade.cluster.Component;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Work still in progress on an instance, as the component itself reports it.
 *
 * @param count how many files
 * @param oldest the oldest of them, at most {@link #NAMED}; empty when the component does not name them
 * @param piece what one of them is
 */
public record WorkInProgress(int count, List<FileInWork> oldest, String piece) {
    /** So many files are named; a payload stays small however long the queue is. */
    public static final int NAMED = 20;

    public WorkInProgress(int count, List<FileInWork> oldest) {
        this(count, oldest, Component.CORE.piece());
    }

    @JsonCreator
    static WorkInProgress read(
            @JsonProperty("count") int count,
            @JsonProperty("oldest") List<FileInWork> oldest,
            @JsonProperty("piece") @Nullable String piece) {
        return new WorkInProgress(count, oldest, requireNonNullElse(piece, Component.CORE.piece()));
    }

    public WorkInProgress {
        checkArgument(count >= 0, "count is negative: %s", count);
        checkArgument(oldest.size() <= count, "%s files are named but only %s are in work", oldest.size(), count);
        oldest = oldest.stream()
                .sorted(Comparator.comparing(FileInWork::age).reversed())
                .limit(NAMED)
                .toList();
    }

    public WorkInProgress of(Component component) {
        return new WorkInProgress(count, oldest, component.piece());
    }

    @JsonIgnore
    public boolean isIdle() {
        return count == 0;
    }

    /** Such as {@code 3 files left, oldest 41 min (archive-deep)}. */
    public String sentence() {
        var files = count == 1 ? "1 " + piece + " left" : count + " " + piece + "s left";
        return Stream.concat(Stream.of(files), oldest.stream().limit(1).map(WorkInProgress::ageOf))
                .reduce((left, right) -> left + ", " + right)
                .orElseThrow();
    }

    /** Each by name, such as {@code f-1 (41 min, archive-deep), f-2 (3 s, single-file) and 4 more}. */
    public String named() {
        var names = oldest.stream()
                .map(file -> "%s (%s, %s)".formatted(file.id(), spoken(file.age()), file.workflow()))
                .collect(Collectors.joining(", "));
        int unnamed = count - oldest.size();
        return unnamed == 0 ? names : (names + " and " + unnamed + " more").strip();
    }

    private static String ageOf(FileInWork file) {
        return "oldest " + spoken(file.age()) + " (" + file.workflow() + ")";
    }

    private static String spoken(Duration age) {
        return age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s";
    }
}
