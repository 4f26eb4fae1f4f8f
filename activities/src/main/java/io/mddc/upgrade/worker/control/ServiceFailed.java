package io.mddc.upgrade.worker.control;

import java.time.Duration;

/** The host's service control did not do as it was told. */
public final class ServiceFailed extends RuntimeException {
    static final Duration LIMIT = Duration.ofMinutes(1);

    private static final long serialVersionUID = 1;

    private ServiceFailed(String message) {
        super(message);
    }

    static void unlessDone(Command command) {
        var result = command.run();
        if (!result.succeeded()) {
            throw new ServiceFailed(
                    command.arguments() + " ended with " + result.exitStatus() + ": " + result.output());
        }
    }
}
