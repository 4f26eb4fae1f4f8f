package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.host.BadLabConfig;
import io.mddc.upgrade.lab.host.HostFailure;
import io.mddc.upgrade.lab.host.PortTaken;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./demo}. Exit: see {@link ExitStatus}. */
@Command(
        name = "demo",
        sortOptions = false,
        description = "Upgrades a small real cluster while files flow, and shows what became of each.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:succeeded, and the books close",
            "1:files lost or failed by us, an invariant broken, or clients noticed more than allowed",
            "2:usage, or this machine cannot do it",
            "3:the upgrade ended otherwise than SUCCEEDED, safely; never of a ride"
        })
final class DemoMain implements Callable<Integer> {
    private final Path home;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "This help.")
    @SuppressWarnings("UnusedVariable") // picocli answers it
    private boolean help;

    @Mixin
    private final DemoOptions options = new DemoOptions();

    @Mixin
    private final RideOptions rides = new RideOptions();

    DemoMain(Path home) {
        this.home = home;
    }

    public static void main(String[] arguments) {
        // The JDK's client would try again by itself; the client of the lab counts every failed request.
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        System.setProperty("jdk.httpclient.disableRetryConnect", "true");
        var home = Path.of(System.getProperty("lab.home", ".")).toAbsolutePath().normalize();
        System.exit(commandLine(home).execute(arguments));
    }

    static CommandLine commandLine(Path home) {
        return new CommandLine(new DemoMain(home)).setExecutionExceptionHandler(DemoMain::say);
    }

    private static int say(Exception problem, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (problem instanceof UnusableSetting
                || problem instanceof BadLabConfig
                || problem instanceof PortTaken
                || problem instanceof HostFailure) {
            command.getErr().println("demo: " + problem.getMessage());
            return ExitStatus.USAGE;
        }
        throw problem;
    }

    @Override
    public Integer call() {
        var request = options.checked(home);
        var combinations = rides.checked(request);
        if (!combinations.isEmpty()) {
            return new Ride(home, request, combinations).run();
        }
        return rides.isBenchmark(request) ? new SlotsBenchmark(home, request).run() : new Demo(home, request).run();
    }
}
