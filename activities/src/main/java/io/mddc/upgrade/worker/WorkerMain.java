package io.mddc.upgrade.worker;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The worker of one host: {@code [--config FILE]}, by default {@code config/worker.yml}. Exit status: 2 for a wrong option
 * or a configuration that cannot be used; 143, as the JVM has it, when told to end by SIGTERM.
 */
public final class WorkerMain {
    private static final int USAGE = 2;
    private static final Path CONFIG = Path.of("config", "worker.yml");

    private WorkerMain() {}

    public static void main(String... arguments) throws InterruptedException {
        // Before the first logger is made; other programs may have this jar on their class path.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "worker-logback.xml");
        }
        try {
            var config = WorkerConfig.read(configFile(arguments));
            try (var folder = DataFolder.claim(config.dataFolder())) {
                run(new WorkerApplication(config, WorkerVersion.read()), folder);
            }
        } catch (BadConfig e) {
            refuse(System.err, e);
        }
    }

    private static void run(WorkerApplication application, DataFolder claimed) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        var working = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            working.interrupt();
            application.stop();
            stopped.countDown();
        }));
        try {
            application.run();
        } catch (InterruptedException e) {
            stopped.await();
            claimed.close();
        }
    }

    private static Path configFile(String... arguments) {
        if (arguments.length == 0) {
            return CONFIG;
        }
        if (arguments.length == 2 && "--config".equals(arguments[0])) {
            return Path.of(arguments[1]);
        }
        throw new BadConfig("worker takes [--config FILE] and nothing else, not: " + String.join(" ", arguments));
    }

    private static void refuse(PrintStream where, BadConfig reason) {
        where.println("worker: " + reason.getMessage());
        System.exit(USAGE);
    }
}
