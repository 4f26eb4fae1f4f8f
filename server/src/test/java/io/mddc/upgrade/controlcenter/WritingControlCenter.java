package io.mddc.upgrade.controlcenter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.controlcenter.permits.PermitDao;
import io.mddc.upgrade.controlcenter.upgrades.Examples;
import io.mddc.upgrade.controlcenter.upgrades.StoredRunLog;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeDao;
import io.mddc.upgrade.protocol.Permit;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/**
 * A control center that does nothing but remember, to be killed: its writers add lines to the run log, and permits, and note
 * each key once its commit has returned. Arguments: data folder, the file to note keys in, which life of it this is.
 */
final class WritingControlCenter {
    static final int WRITERS = 4;

    private static final int LINES_PER_PERMIT = 10;
    private static final int OPERATIONS_OF_A_WRITER = 1_000_000;
    private static final int BROKEN = 1;
    private static final List<UnitState> STATES =
            List.of(UnitState.UPLOADING, UnitState.DRAINING, UnitState.INSTALLING, UnitState.MONITORING);

    private final Jdbi jdbi;
    private final OutputStream noted;
    private final int life;

    private WritingControlCenter(Jdbi jdbi, OutputStream noted, int life) {
        this.jdbi = jdbi;
        this.noted = noted;
        this.life = life;
    }

    public static void main(String... arguments) throws IOException {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(BROKEN);
        });
        var jdbi = KeptStore.in(Path.of(arguments[0])).jdbi();
        if (jdbi.withExtension(UpgradeDao.class, upgrades -> upgrades.find(Examples.FIRST))
                .isEmpty()) {
            Examples.started(jdbi);
        }
        // Unbuffered, so a note outlives the process just as its commit has to.
        var noted = Files.newOutputStream(Path.of(arguments[1]), CREATE, APPEND);
        new WritingControlCenter(jdbi, noted, Integer.parseInt(arguments[2])).start();
        // The test holds the other end; however the test ends, this ends too.
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(BROKEN);
    }

    private void start() {
        IntStream.range(0, WRITERS).forEach(writer -> new Thread(() -> write(writer)).start());
    }

    private void write(int writer) {
        var log = new StoredRunLog(jdbi);
        for (int n = 1; n < OPERATIONS_OF_A_WRITER; n++) {
            var key = "life-%d/writer-%d/%d".formatted(life, writer, n);
            var instance = writer % 2 == 0 ? Examples.CORE_1 : Examples.CORE_2;
            log.record(Examples.unit(key, instance, STATES.get(n % STATES.size()), n));
            note(key);
            if (n % LINES_PER_PERMIT == 0) {
                permit(new OperationId(
                        Examples.FIRST, instance, (life * WRITERS + writer) * OPERATIONS_OF_A_WRITER + n));
            }
        }
    }

    private void permit(OperationId operation) {
        var permit =
                new Permit(Examples.HOST_A, operation, Step.DRAIN, Optional.empty(), Optional.empty(), Examples.NOON);
        jdbi.useExtension(PermitDao.class, permits -> permits.insert(permit));
        note(operation.toString());
    }

    private void note(String key) {
        try {
            noted.write((key + "\n").getBytes(UTF_8));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
