package io.mddc.upgrade.worker.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service that is a process of its own, with a control program and a file that holds its process id.
 *
 * @param control the control program and its first arguments; {@code status} is appended and answers 0 when it runs
 */
public record LocalProcess(List<String> control, Path pidFile) implements ServiceControl {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    public LocalProcess {
        control = List.copyOf(control);
    }

    @Override
    public boolean isActive() {
        if (!Files.isExecutable(Path.of(control.get(0)))) {
            return false;
        }
        return new Command(verb("status"), LIMIT).run().succeeded();
    }

    @Override
    public void start() {
        ServiceFailed.unlessDone(new Command(verb("start"), ServiceFailed.LIMIT));
    }

    @Override
    public void stop() {
        ServiceFailed.unlessDone(new Command(verb("stop"), ServiceFailed.LIMIT));
    }

    private List<String> verb(String verb) {
        return Stream.concat(control.stream(), Stream.of(verb)).toList();
    }

    @Override
    public Optional<RunningProcess> process() {
        return pid().flatMap(RunningProcess::withPid);
    }

    private Optional<Long> pid() {
        try {
            var text = Files.readString(pidFile).strip();
            return text.matches("[1-9][0-9]{0,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        } catch (IOException e) {
            // A service that does not run has no pid file, or loses it while we read.
            return Optional.empty();
        }
    }
}
