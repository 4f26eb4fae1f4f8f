package io.mddc.upgrade.lab.service.http;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.fault.FaultFiles;
import io.mddc.upgrade.lab.fault.FaultKind;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * The main method of every part: {@code <settings file>} runs it until it is told to end (it closes the part then) or killed,
 * {@code <settings file> --rehearse} starts it, asks it everything once and ends: so a class data archive can be made.
 */
public final class PartProcess {
    private static final System.Logger LOG = System.getLogger(PartProcess.class.getName());

    private PartProcess() {}

    public static void run(String[] arguments, Function<PartSettings, ? extends Part> starter) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        System.setProperty("sun.net.httpserver.drainAmount", "268435456");
        System.setProperty("jdk.httpclient.keepalive.timeout", "60");
        var settings = PartSettings.read(Path.of(arguments[0]));
        requireStarts(settings);
        try (var part = starter.apply(settings)) {
            LOG.log(System.Logger.Level.INFO, () -> "Started on " + part.address());
            if (arguments.length > 1) {
                rehearse(part);
            } else {
                Runtime.getRuntime().addShutdownHook(new Thread(part::close, "closing"));
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever part it is: a version may be bad on purpose. */
    private static void requireStarts(PartSettings settings) {
        var version = new Version(settings.installedVersion());
        var fault = FaultFiles.of(version, settings.path("versionFile"), settings.file());
        if (fault.equals(Optional.of(FaultKind.NEVER_STARTS))) {
            throw new IllegalStateException("Version " + version + " never starts");
        }
    }

    private static void rehearse(Part part) {
        var base = URI.create("http://" + part.address().getAddress().getHostAddress() + ":"
                + part.address().getPort());
        var client = new PartClient(base, Duration.ofSeconds(5));
        for (var path : List.of("/healthz", "/readyz", "/version", "/stat/nodes", "/admin/work", "/none")) {
            client.status(path);
        }
        client.exchange("POST", "/file", BodyPublishers.ofString("rehearsal"));
        client.exchange("POST", "/login", BodyPublishers.ofString("{\"user\":\"\",\"password\":\"\"}"));
    }
}
