package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.controlcenter.upgrades.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was committed is still there after kill -9, however often. The long lives are there because an H2 that loses rows may
 * do so only once it uses the room of old pages again, 45 s after they were written.
 */
class StoreKillTest {
    private static final Duration START = Duration.ofSeconds(60);

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasCommittedThroughKillsAfterSeconds() throws Exception {
        for (int life = 1; life <= 3; life++) {
            killAndCompare(life, between(500, 3_000));
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "full", matches = "true")
    void keepsWhatWasCommittedThroughKillsAfterMoreThanAMinute() throws Exception {
        for (int life = 1; life <= 4; life++) {
            killAndCompare(life, between(60_000, 97_000));
        }
    }

    private Duration between(int fewestMillis, int mostMillis) {
        return Duration.ofMillis(random.nextInt(fewestMillis, mostMillis));
    }

    /** Later lives go on with the store as the kill left it: it is compared in a copy. */
    private void killAndCompare(int life, Duration lived) throws Exception {
        live(life, lived);
        var left = Files.createDirectory(folder.resolve("left-" + life));
        Files.copy(folder.resolve("store.mv.db"), left.resolve("store.mv.db"));
        try (var store = KeptStore.in(left)) {
            store.jdbi().useHandle(handle -> {
                var when = "life %d of %s, seed %d".formatted(life, lived, seed);
                requireAll(noted(life), handle, when);
                requireEachSeqOnce(handle, when);
            });
        }
        Files.delete(left.resolve("store.mv.db"));
    }

    private void live(int life, Duration lived) throws Exception {
        var process = start(life);
        try {
            await().atMost(START)
                    .until(() -> !process.isAlive() || notes(life).toFile().length() > 0);
            assertThat(process.waitFor(lived.toMillis(), TimeUnit.MILLISECONDS))
                    .as(() -> "it ended by itself: " + complaints())
                    .isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(int life) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingControlCenter.class.getName(),
                        folder.toString(),
                        notes(life).toString(),
                        Integer.toString(life))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("complaints").toFile())
                .start();
    }

    private Path notes(int life) {
        return folder.resolve("noted-" + life);
    }

    private Set<String> noted(int lives) throws IOException {
        var noted = new HashSet<String>();
        for (int life = 1; life <= lives; life++) {
            noted.addAll(Files.readAllLines(notes(life)));
        }
        return noted;
    }

    private String complaints() {
        try {
            return Files.readString(folder.resolve("complaints"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static void requireAll(Set<String> noted, Handle handle, String when) {
        var lost = new TreeSet<>(noted);
        handle.select("SELECT event_key FROM run_event UNION ALL SELECT operation FROM permit")
                .mapTo(String.class)
                .forEach(lost::remove);
        assertThat(lost)
                .as("lost of %d committed in or before %s", noted.size(), when)
                .isEmpty();
    }

    /** A line and the upgrade's last seq are written in one transaction. */
    private static void requireEachSeqOnce(Handle handle, String when) {
        var seqs = handle.select("SELECT seq FROM run_event WHERE upgrade_id = ? ORDER BY seq", Examples.FIRST)
                .mapTo(int.class)
                .list();
        int last = handle.select("SELECT last_seq FROM upgrade WHERE id = ?", Examples.FIRST)
                .mapTo(int.class)
                .one();
        var missing = IntStream.rangeClosed(1, last).boxed().collect(Collectors.toCollection(TreeSet::new));
        var notExpected = seqs.stream().filter(seq -> !missing.remove(seq)).toList();
        assertThat(missing).as("holes in seq up to %d after %s", last, when).isEmpty();
        assertThat(notExpected).as("twice or above %d after %s", last, when).isEmpty();
    }
}
