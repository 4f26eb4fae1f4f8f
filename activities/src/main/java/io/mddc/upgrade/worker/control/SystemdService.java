package io.mddc.upgrade.worker.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A unit of systemd.
 *
 * @param unit its name, {@code md-core.service}
 */
public record SystemdService(String unit) implements ServiceControl {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Override
    public boolean isActive() {
        return new Command(activeQuery(), LIMIT).run().succeeded();
    }

    @Override
    public Optional<RunningProcess> process() {
        var result = new Command(processQuery(), LIMIT).run();
        return result.succeeded() ? mainProcess(result.output()).flatMap(RunningProcess::withPid) : Optional.empty();
    }

    @Override
    public void start() {
        ServiceFailed.unlessDone(new Command(verb("start"), ServiceFailed.LIMIT));
    }

    @Override
    public void stop() {
        ServiceFailed.unlessDone(new Command(verb("stop"), ServiceFailed.LIMIT));
    }

    /** The unit's own time limits end it; nothing is waited for here. */
    List<String> verb(String verb) {
        return List.of("systemctl", verb, "--no-block", unit);
    }

    List<String> activeQuery() {
        return List.of("systemctl", "is-active", "--quiet", unit);
    }

    List<String> processQuery() {
        return List.of("systemctl", "show", "--property=MainPID", "--value", unit);
    }

    /** 0 is none. */
    static Optional<Long> mainProcess(String answer) {
        return answer.matches("[1-9][0-9]{0,9}") ? Optional.of(Long.valueOf(answer)) : Optional.empty();
    }
}
