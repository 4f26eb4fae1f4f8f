package io.mddc.upgrade.worker.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A Windows service.
 *
 * @param name its short one, {@code mdcore}, not the one that is displayed
 */
public record WindowsService(String name) implements ServiceControl {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int ALREADY_RUNNING = 1056;
    private static final int NOT_RUNNING = 1062;

    /** The words before the colons may be translated, the number of a state is not: 4 is running. */
    private static final Pattern RUNNING = Pattern.compile("(?m)^\\s*\\S+\\s*:\\s*4\\s+RUNNING\\b");

    private static final Pattern PROCESS = Pattern.compile("(?m)^\\s*PID\\s*:\\s*([1-9][0-9]{0,9})\\s*$");

    @Override
    public boolean isActive() {
        return isRunning(new Command(activeQuery(), LIMIT).run());
    }

    @Override
    public Optional<RunningProcess> process() {
        return processId(new Command(processQuery(), LIMIT).run()).flatMap(RunningProcess::withPid);
    }

    @Override
    public void start() {
        ServiceFailed.unlessDone(new Command(verb("start"), ServiceFailed.LIMIT), ALREADY_RUNNING);
    }

    @Override
    public void stop() {
        ServiceFailed.unlessDone(new Command(verb("stop"), ServiceFailed.LIMIT), NOT_RUNNING);
    }

    /** The service control manager takes it and answers; nothing is waited for. */
    List<String> verb(String verb) {
        return List.of("sc.exe", verb, name);
    }

    List<String> activeQuery() {
        return List.of("sc.exe", "query", name);
    }

    List<String> processQuery() {
        return List.of("sc.exe", "queryex", name);
    }

    static boolean isRunning(Command.Result answer) {
        return answer.succeeded() && RUNNING.matcher(answer.output()).find();
    }

    /** 0 is none. */
    static Optional<Long> processId(Command.Result answer) {
        return answer.succeeded()
                ? PROCESS.matcher(answer.output())
                        .results()
                        .map((MatchResult line) -> Long.valueOf(line.group(1)))
                        .findFirst()
                : Optional.empty();
    }
}
