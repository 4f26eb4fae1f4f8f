package io.mddc.upgrade.worker.installer;

import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.worker.control.Command;
import io.mddc.upgrade.worker.control.NeedsRestarting;
import io.mddc.upgrade.worker.control.RebootMarker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code rpm} and {@code dnf}, which is {@code yum}'s newer name, on the machine's package database. Truths about them: "Nothing
 * to do" ends with 0, an install of an older file downgrades, a failed %post ends with 0.
 */
public final class RedhatInstaller implements Installer {
    private static final Duration QUERY = Duration.ofSeconds(20);
    private static final Duration DRY_RUN = Duration.ofMinutes(2);
    private static final Path DNF_LOCK = Path.of("/var/lib/dnf/rpmdb_lock.pid");

    /** Where dnf may get what a package depends on. */
    public enum Repositories {
        /** Those of the host's own configuration. */
        CONFIGURED,
        /** None, on a host that reaches none. */
        NONE
    }

    private final Repositories repositories;
    private final Scripts scripts;
    private final Path script;

    public RedhatInstaller(Repositories repositories, Scripts scripts) {
        this.repositories = repositories;
        this.scripts = scripts;
        this.script = scripts.redhat();
    }

    @Override
    public PackageFormat format() {
        return PackageFormat.RPM;
    }

    /** Dependencies, conflicts and files of others are checked; no script runs and nothing is written. */
    @Override
    public String dryRun(Path file) {
        var arguments = new ArrayList<>(List.of("dnf", "-y", "--setopt=tsflags=test"));
        if (repositories == Repositories.NONE) {
            arguments.add("--disablerepo=*");
        }
        arguments.addAll(List.of("install", file.toString()));
        return DryRunRefused.unlessGood(file, new Command(arguments, DRY_RUN));
    }

    @Override
    public Optional<String> heldBy() {
        var database = Command.of(QUERY, "rpm", "--eval", "%_dbpath").run();
        return FileLocks.holderByPid(DNF_LOCK).or(() -> FileLocks.holderOf(Path.of(database.output(), ".rpm.lock")));
    }

    @Override
    public List<String> install(PackageFile target, Path file) {
        return List.of("sh", script.toString(), "install", repositories.name(), target.name(), file.toString());
    }

    @Override
    public List<String> putBack(PackageFile former, Path file, Path kept) {
        return scripts.afterPuttingBack(
                kept, List.of("sh", script.toString(), "back", repositories.name(), former.name(), file.toString()));
    }

    @Override
    public String byHand(PackageFile target, Path file) {
        return format().byHand(Shell.quoted(file.toString()));
    }

    @Override
    public RebootMarker rebootMarker() {
        return new NeedsRestarting();
    }

    @Override
    public List<String> repair() {
        return List.of("sh", script.toString(), "repair");
    }

    /** Two versions at once are what an interrupted upgrade leaves: neither counts. */
    @Override
    public Optional<Version> installed(String packageName) {
        var format = "%|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}\\n";
        var result = Command.of(QUERY, "rpm", "-q", "--qf", format, packageName).run();
        return result.succeeded() && result.output().lines().count() == 1
                ? Optional.of(new Version(result.output()))
                : Optional.empty();
    }
}
