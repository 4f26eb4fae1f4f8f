package io.mddc.upgrade.controlcenter;

import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.ContextRoutingHandler;
import io.dropwizard.jetty.GzipHandlerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.dropwizard.util.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Server;

/** One connector, one context. There is no administration context: what it would show is behind roles here. */
final class LoopbackServer extends AbstractServerFactory {
    private final ListenSettings listen;

    LoopbackServer(ListenSettings listen) {
        this.listen = listen;
        setRegisterDefaultExceptionMappers(false);
        setShutdownGracePeriod(Duration.seconds(3));
        setGzipFilterFactory(noCompression());
        var silent = new LogbackAccessRequestLogFactory();
        silent.setAppenders(List.of());
        setRequestLogFactory(silent);
    }

    @Override
    public void configure(Environment environment) {
        environment.getApplicationContext().setContextPath("/");
    }

    @Override
    public Server build(Environment environment) {
        configure(environment);
        var threads = createThreadPool(environment.metrics());
        var server = buildServer(environment.lifecycle(), threads);
        var application = createAppServlet(
                server,
                environment.jersey(),
                environment.getObjectMapper(),
                environment.getValidator(),
                environment.getApplicationContext(),
                environment.getJerseyServletContainer(),
                environment.metrics());
        server.addConnector(
                connector().build(server, environment.metrics(), environment.getName(), server.getThreadPool()));
        server.setHandler(addGracefulHandler(buildGzipHandler(new ContextRoutingHandler(Map.of("/", application)))));
        addRequestLog(server, environment.getName(), environment.getApplicationContext());
        return server;
    }

    private HttpConnectorFactory connector() {
        var connector = new HttpConnectorFactory();
        connector.setBindHost(listen.address());
        connector.setPort(listen.port());
        return connector;
    }

    /** Packages are compressed already, and a range is a range of the bytes themselves. */
    private static GzipHandlerFactory noCompression() {
        var gzip = new GzipHandlerFactory();
        gzip.setEnabled(false);
        return gzip;
    }
}
