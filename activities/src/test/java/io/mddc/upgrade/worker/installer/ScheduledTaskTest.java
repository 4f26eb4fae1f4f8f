package io.mddc.upgrade.worker.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the machine is not Windows, its argument lists and its definition are all that can be seen. */
class ScheduledTaskTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");

    private final ScheduledTask task = new ScheduledTask(
            "mddc-install-2026-11-22-1_core-1_1", List.of("sh", "C:\\our data\\install-once.sh", "", "<&>"));

    @Test
    void isCreatedFromAFileAndRunByName() {
        assertThat(task.creation(Path.of("t.xml")))
                .containsExactly(
                        "schtasks.exe", "/create", "/tn", "mddc-install-2026-11-22-1_core-1_1", "/xml", "t.xml", "/f");
        assertThat(task.run()).containsExactly("schtasks.exe", "/run", "/tn", "mddc-install-2026-11-22-1_core-1_1");
    }

    @Test
    void isSystemsRunsOnceAndIsDroppedADayLater(@TempDir Path folder) throws IOException {
        var file = task.define(folder.resolve("core-1.jsonl"), NOW);

        assertThat(file).hasParent(folder).hasFileName("mddc-install-2026-11-22-1_core-1_1.task.xml");
        assertThat(Files.readAllBytes(file)).startsWith(0xff, 0xfe);
        assertThat(Files.readString(file, StandardCharsets.UTF_16))
                .contains("<UserId>S-1-5-18</UserId>")
                .contains("<StartBoundary>2026-11-21T12:00:00Z</StartBoundary>")
                .contains("<EndBoundary>2026-11-23T12:00:00Z</EndBoundary>")
                .contains("<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>")
                .contains("<Command>sh</Command>")
                .contains("<Arguments>\"C:\\our data\\install-once.sh\" \"\" &lt;&amp;&gt;</Arguments>");
    }

    @Test
    void wordsComeOutOfTheLineAsTheyWentIn() {
        assertThat(ScheduledTask.arguments(List.of("a b", "", "say \"it\"", "C:\\x y\\", "C:\\x\\", "\\\"", "a\tb")))
                .isEqualTo("\"a b\" \"\" \"say \\\"it\\\"\" \"C:\\x y\\\\\" C:\\x\\ \"\\\\\\\"\" \"a\tb\"");
    }
}
