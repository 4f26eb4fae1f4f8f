package io.mddc.upgrade.lab.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options as typed; {@link #checked} gives what they mean, or says which is wrong and what is allowed. */
@SuppressWarnings({"FieldMayBeFinal", "NullAway.Init"}) // picocli sets them
final class DemoOptions {
    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "What is upgraded: cores, gateways, live (all but File Storage),"
                    + " storage (which closes the system), system (all).")
    private String scenario = "cores";

    @Option(names = "--cores", paramLabel = "N", description = "MetaDefender Cores, one host each (default: 3).")
    private int cores = 3;

    @Option(names = "--gateways", paramLabel = "N", description = "API Gateways (default: 2).")
    private int gateways = 2;

    @Option(
            names = "--red-hat",
            paramLabel = "HOST",
            description = "That host, such as host-c, has rpm and dnf, and its parts come from .rpm; may be repeated.")
    private List<String> redHat = List.of();

    @Option(names = "--files", paramLabel = "N", description = "At least so many files are sent (default: 300).")
    private int files = 300;

    @Option(names = "--rate", paramLabel = "R", description = "Files per second (default: 12).")
    private double rate = 12;

    @Option(names = "--seed", paramLabel = "N", description = "Decides files and scan times (default: 1).")
    private long seed = 1;

    @Mixin
    private final KillOptions kills = new KillOptions();

    @Option(
            names = "--engine",
            paramLabel = "KIND",
            description =
                    "embedded: a temporal program, of .tools or PATH. trial: in memory, for machines that have none;"
                            + " it cannot be killed and has no Web UI (default: embedded where there is one or Go to build it,"
                            + " else trial).")
    private @Nullable String engine;

    @Option(
            names = "--bad",
            paramLabel = "KIND[@INSTANCE]",
            description = "The new version is bad, everywhere or on one instance's host only: installer-fails-early,"
                    + " installer-fails-late, installer-hangs, never-starts, never-ready, wrong-version, wrong-verdict,"
                    + " dies-later, reports-trouble, needs-reboot; corrupt and no-way-back only with @INSTANCE.")
    private List<String> faults = List.of();

    @Option(
            names = "--emergency-stop-at",
            paramLabel = "N",
            description = "Press the emergency stop at N random moments of the upgrade, look, and release it.")
    private int emergencyStops;

    @Option(
            names = "--administrator",
            paramLabel = "HABIT",
            description = "What the administrator of a host does when the upgrade waits for its reboot: abort, reboot"
                    + " (default: abort).")
    private String administrator = "abort";

    @Option(names = "--careless", description = "Upgrade as a script would: dpkg and restart, no orchestrator.")
    private boolean careless;

    @Option(names = "--policy", paramLabel = "FILE", description = "Instead of config/lab-policy.yml.")
    private @Nullable Path policy;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "The report as JSON (always in data/lab/report.json).")
    private @Nullable Path report;

    @Option(names = "--keep", description = "Leave everything running at the end.")
    private boolean keep;

    @Option(names = "--no-color", description = "Plain text.")
    private boolean noColor;

    DemoRequest checked(Path home) {
        var upgraded = Scenario.parse(scenario);
        within("--cores", cores, 2, 20);
        within("--gateways", gateways, 1, cores);
        var shape = RedHatHosts.in(new DemoRequest.Shape(cores, gateways), redHat);
        within("--files", files, 1, 1_000_000);
        within("--emergency-stop-at", emergencyStops, 0, 200);
        if (!(rate >= 0.1 && rate <= 200)) {
            throw new UnusableSetting("--rate is " + rate + ": allowed is 0.1 to 200 files per second");
        }
        if (careless) {
            requireCareless(upgraded);
        }
        return new DemoRequest(
                upgraded,
                shape,
                new DemoRequest.Traffic(files, rate, seed),
                new DemoRequest.Doing(
                        careless,
                        EngineKind.chosen(Optional.ofNullable(engine), home),
                        kills.checked(shape, upgraded),
                        RedHatHosts.requireShown(BadVersion.read(faults, upgraded, shape), shape),
                        emergencyStops,
                        Administrator.Habit.parse(administrator),
                        keep),
                new DemoRequest.Places(
                        readable(policyIn(home)), Optional.ofNullable(report).map(this::writable), noColor));
    }

    /** There is no orchestrator then. */
    private void requireCareless(Scenario upgraded) {
        if (upgraded.upgradesTheProduct()) {
            throw new UnusableSetting("--careless goes without --scenario " + upgraded.word()
                    + ", which upgrades the orchestrator itself: allowed is cores, gateways, storage");
        }
        if (kills.killsAnything()) {
            throw new UnusableSetting(
                    "--careless goes without --kill: there is no orchestrator whose recovery could be seen");
        }
        if (!redHat.isEmpty()) {
            throw new UnusableSetting("--careless goes without --red-hat: its script knows dpkg alone");
        }
        if (kills.terminatesAnything()) {
            throw new UnusableSetting(
                    "--careless goes without --terminate: there is no orchestrator to clean up after it");
        }
        if (emergencyStops > 0) {
            throw new UnusableSetting("--careless goes without --emergency-stop-at: there is no orchestrator to stop");
        }
        if (!faults.isEmpty()) {
            throw new UnusableSetting("--careless goes without --bad: there is no orchestrator that could go back");
        }
    }

    private Path policyIn(Path home) {
        return policy == null ? home.resolve("config/lab-policy.yml") : policy;
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UnusableSetting("--policy is " + file + ", which is no readable file");
        }
        return file.toAbsolutePath();
    }

    private Path writable(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw new UnusableSetting(
                    "--report is " + file + ", which cannot be written: name a file in a folder that is there");
        }
        return file.toAbsolutePath();
    }

    private static void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new UnusableSetting(option + " is " + value + ": allowed is " + least + " to " + most);
        }
    }
}
