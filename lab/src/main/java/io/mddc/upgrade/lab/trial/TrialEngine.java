package io.mddc.upgrade.lab.trial;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An engine in memory on the real clock, on one address only: it has no access control. The test server's own main class
 * would listen on all of them.
 */
final class TrialEngine implements AutoCloseable {
    /** Its clients ask more often than every five minutes, the default, whether it is still there. */
    private static final long LEAST_SECONDS_BETWEEN_PINGS = 5;

    private static final boolean REAL_CLOCK = true;
    private static final long FROM_NOW = 0;

    private final TestServicesStarter services = new TestServicesStarter(REAL_CLOCK, FROM_NOW);
    private final Server server;

    private TrialEngine(InetSocketAddress address) {
        var builder = NettyServerBuilder.forAddress(address)
                .permitKeepAliveTime(LEAST_SECONDS_BETWEEN_PINGS, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true);
        GRPCServerHelper.registerServicesAndHealthChecks(
                List.of(services.getWorkflowService(), new TrialOperator(services.getOperatorService())), builder);
        this.server = builder.build();
    }

    /** Returns when it answers. */
    static TrialEngine start(InetSocketAddress address) throws IOException {
        var engine = new TrialEngine(address);
        engine.server.start();
        return engine;
    }

    int port() {
        return server.getPort();
    }

    void awaitEnd() throws InterruptedException {
        server.awaitTermination();
    }

    @Override
    public void close() {
        server.shutdownNow();
        services.close();
    }
}
