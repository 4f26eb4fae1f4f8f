package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.ride.Combination;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What asks for more than one upgrade. */
@SuppressWarnings("FieldMayBeFinal") // picocli sets them
final class RideOptions {
    @Option(
            names = "--ride",
            paramLabel = "WHICH",
            description =
                    "Instead of one upgrade one after another on one cluster, each given one command (pause, abort,"
                            + " rollback, skip, retry) in one step (upload, waiting, drain, install, verify, monitor, wayback) of a"
                            + " unit. WHICH is all; or short, each command once, in steps that --seed decides; or"
                            + " COMMAND@STEP,… Two Cores are enough: --cores 2.")
    private @Nullable String which;

    @Option(
            names = "--benchmark",
            description =
                    "The same upgrade twice, as the policy says and then one unit after another; shows how long each"
                            + " took and the ratio. Such as --cores 8 --policy config/lab-wide.yml.")
    private boolean benchmark;

    /** Says what is wrong and what is allowed. */
    List<Combination> checked(DemoRequest request) {
        if (which == null) {
            return List.of();
        }
        requirePlain("--ride", request);
        try {
            return Combination.parse(which, request.traffic().seed());
        } catch (IllegalArgumentException e) {
            throw new UnusableSetting("--ride: " + e.getMessage());
        }
    }

    boolean isBenchmark(DemoRequest request) {
        if (benchmark) {
            requirePlain("--benchmark", request);
        }
        return benchmark;
    }

    private static void requirePlain(String option, DemoRequest request) {
        var doing = request.doing();
        if (doing.careless()
                || doing.keep()
                || !doing.kills().isEmpty()
                || !doing.faults().isEmpty()) {
            throw new UnusableSetting(option + " goes without --careless, --keep, --kill and --bad");
        }
    }
}
