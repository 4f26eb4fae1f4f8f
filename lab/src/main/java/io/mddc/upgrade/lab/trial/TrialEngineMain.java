package io.mddc.upgrade.lab.trial;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the trial engine until the process is ended: {@code ADDRESS PORT}. */
final class TrialEngineMain {
    private static final Logger LOG = LoggerFactory.getLogger(TrialEngineMain.class);

    private TrialEngineMain() {}

    /** Port 0: a free one, which the first line of the log names. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var address = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
        try (var engine = TrialEngine.start(address)) {
            LOG.info("The trial engine listens on {}:{}", arguments[0], engine.port());
            engine.awaitEnd();
        }
    }
}
