package io.mddc.upgrade.worker.component;

import io.mddc.upgrade.run.WorkInProgress;
import io.mddc.upgrade.worker.control.Command;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A component that is asked by programs, where it has no interface of its own. */
final class CommandClient implements ComponentClient {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int NO = 1;

    private final Profile.Programs programs;
    private final Optional<Isolation> isolation;

    CommandClient(Profile.Programs programs, Optional<Isolation> isolation) {
        this.programs = programs;
        this.isolation = isolation;
    }

    @Override
    public String version() {
        return output(new Command(programs.version(), LIMIT));
    }

    @Override
    public boolean isReady() {
        var result = run(new Command(programs.ready(), LIMIT));
        if (result.exitStatus() > NO) {
            throw failed(programs.ready(), result);
        }
        return result.succeeded();
    }

    @Override
    public Work work() {
        boolean takesWork = isReady() && isolation.flatMap(Isolation::by).isEmpty();
        int count = programs.work().isEmpty() ? 0 : count(output(new Command(programs.work(), LIMIT)));
        return new Work(0, Instant.EPOCH, takesWork, new WorkInProgress(count, List.of()), 0, 0);
    }

    @Override
    public Optional<Isolation> isolation() {
        return isolation;
    }

    private int count(String output) {
        if (!output.matches("[0-9]{1,9}")) {
            throw new ComponentSilent(programs.work() + " wrote '" + output + "', expected a count");
        }
        return Integer.parseInt(output);
    }

    /** Throws {@link ComponentSilent} for any exit status but 0. */
    static String output(Command command) {
        var result = run(command);
        if (!result.succeeded()) {
            throw failed(command.arguments(), result);
        }
        return result.output();
    }

    private static Command.Result run(Command command) {
        try {
            return command.run();
        } catch (UncheckedIOException e) {
            throw new ComponentSilent(String.valueOf(e.getMessage()), e);
        }
    }

    private static ComponentSilent failed(List<String> program, Command.Result result) {
        return new ComponentSilent(program + " ended with " + result.exitStatus() + ": " + result.output());
    }
}
