package io.mddc.upgrade.worker.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program as a task of the Windows Task Scheduler that SYSTEM runs once, when it is asked to; the scheduler drops it a day
 * later. Its command goes there in a file: on a command line it would be cut off.
 */
record ScheduledTask(String name, List<String> program) {
    private static final Duration KEPT = Duration.ofDays(1);

    /** Little-endian, and said so at its beginning: as the scheduler writes its own. */
    private static final String BYTE_ORDER = "\uFEFF";

    List<String> creation(Path definition) {
        return List.of("schtasks.exe", "/create", "/tn", name, "/xml", definition.toString(), "/f");
    }

    List<String> run() {
        return List.of("schtasks.exe", "/run", "/tn", name);
    }

    /** Gives the file the scheduler reads, beside those notes; of the same task the same one. */
    Path define(Path notes, Instant now) {
        var file = notes.resolveSibling(name + ".task.xml");
        try {
            return Files.writeString(file, BYTE_ORDER + definition(now), StandardCharsets.UTF_16LE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** What begins later than it ends would be refused, and what begins in the past is not begun by the clock. */
    String definition(Instant now) {
        var begin = now.truncatedTo(ChronoUnit.SECONDS).minus(KEPT);
        return """
                <?xml version="1.0" encoding="UTF-16"?>
                <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
                  <Triggers>
                    <TimeTrigger>
                      <StartBoundary>%s</StartBoundary>
                      <EndBoundary>%s</EndBoundary>
                    </TimeTrigger>
                  </Triggers>
                  <Principals>
                    <Principal id="Author">
                      <UserId>S-1-5-18</UserId>
                      <RunLevel>HighestAvailable</RunLevel>
                    </Principal>
                  </Principals>
                  <Settings>
                    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
                    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
                    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
                    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
                    <DeleteExpiredTaskAfter>PT0S</DeleteExpiredTaskAfter>
                  </Settings>
                  <Actions Context="Author">
                    <Exec>
                      <Command>%s</Command>
                      <Arguments>%s</Arguments>
                    </Exec>
                  </Actions>
                </Task>
                """.formatted(
                        begin,
                        begin.plus(KEPT.multipliedBy(2)),
                        escaped(program.get(0)),
                        escaped(arguments(program.subList(1, program.size()))));
    }

    /** One line, of which the program's own runtime makes the same words again. */
    static String arguments(List<String> words) {
        return words.stream().map(ScheduledTask::quoted).collect(Collectors.joining(" "));
    }

    /** Backslashes count only before a quotation mark, where each needs another. */
    private static String quoted(String word) {
        if (word.matches("[^\\s\"]+")) {
            return word;
        }
        return '"' + word.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)$", "$1$1") + '"';
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
