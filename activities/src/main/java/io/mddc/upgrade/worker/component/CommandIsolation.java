package io.mddc.upgrade.worker.component;

import io.mddc.upgrade.worker.control.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs take the instance out of new work and back, such as those of an external balancer. The owner is handed to them as
 * the last argument; {@code status} ends with 0 and writes the owner of the isolation, or nothing.
 */
final class CommandIsolation implements Isolation {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Profile.ByPrograms programs;

    CommandIsolation(Profile.ByPrograms programs) {
        this.programs = programs;
    }

    @Override
    public Optional<String> by() {
        var owner = output(programs.status());
        return owner.isEmpty() ? Optional.empty() : Optional.of(owner);
    }

    @Override
    public void begin(String owner, String reason, Instant expires) {
        if (refuseAnothers(owner).isEmpty()) {
            output(with(programs.isolate(), owner));
        }
    }

    @Override
    public void end(String owner) {
        if (refuseAnothers(owner).isPresent()) {
            output(with(programs.rejoin(), owner));
        }
    }

    private Optional<String> refuseAnothers(String owner) {
        var by = by();
        by.filter(other -> !other.equals(owner)).ifPresent(other -> {
            throw new IsolatedByAnother(other);
        });
        return by;
    }

    private static String output(List<String> program) {
        return CommandClient.output(new Command(program, LIMIT));
    }

    private static List<String> with(List<String> program, String argument) {
        return Stream.concat(program.stream(), Stream.of(argument)).toList();
    }
}
