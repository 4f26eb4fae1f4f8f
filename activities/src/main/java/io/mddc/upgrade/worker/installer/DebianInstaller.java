package io.mddc.upgrade.worker.installer;

import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.worker.control.Command;
import io.mddc.upgrade.worker.control.RebootFile;
import io.mddc.upgrade.worker.control.RebootMarker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code dpkg} and {@code apt-get}, on the machine's own package database or on an own root that needs no root rights. */
public final class DebianInstaller implements Installer {
    private static final Duration QUERY = Duration.ofSeconds(20);
    private static final Duration DRY_RUN = Duration.ofMinutes(2);

    private final String root;
    private final Scripts scripts;
    private final Path script;

    /**
     * @param root the absolute folder of an own package database; empty for the machine's
     */
    public DebianInstaller(String root, Scripts scripts) {
        this.root = root;
        this.scripts = scripts;
        this.script = scripts.debian();
    }

    @Override
    public PackageFormat format() {
        return PackageFormat.DEB;
    }

    /** apt sees missing dependencies too, but works on the machine's database alone, and only on a file named .deb. */
    @Override
    public String dryRun(Path file) {
        var command = root.isEmpty()
                ? Command.of(DRY_RUN, "apt-get", "-s", "install", "--no-remove", "--allow-downgrades", file.toString())
                : Command.of(
                        DRY_RUN,
                        "dpkg",
                        "--root=" + root,
                        "--force-not-root",
                        "--force-script-chrootless",
                        "--no-act",
                        "-i",
                        file.toString());
        return DryRunRefused.unlessGood(file, command);
    }

    @Override
    public Optional<String> heldBy() {
        return FileLocks.holderOf(Path.of(root + "/var/lib/dpkg/lock-frontend"))
                .or(() -> FileLocks.holderOf(Path.of(root + "/var/lib/dpkg/lock")));
    }

    @Override
    public List<String> install(PackageFile target, Path file) {
        return List.of("sh", script.toString(), "install", root, target.name(), file.toString());
    }

    @Override
    public List<String> putBack(PackageFile former, Path file, Path kept) {
        return scripts.afterPuttingBack(kept, install(former, file));
    }

    @Override
    public String byHand(PackageFile target, Path file) {
        return format().byHand(Shell.quoted(file.toString()));
    }

    @Override
    public RebootMarker rebootMarker() {
        return RebootFile.in(root);
    }

    @Override
    public List<String> repair() {
        return List.of("sh", script.toString(), "repair", root);
    }

    @Override
    public Optional<Version> installed(String packageName) {
        var result = Command.of(
                        QUERY,
                        "dpkg-query",
                        "--admindir=" + root + "/var/lib/dpkg",
                        "-W",
                        "-f",
                        "${db:Status-Abbrev} ${Version}",
                        packageName)
                .run();
        return result.succeeded() ? configured(result.output()) : Optional.empty();
    }

    /** {@code ii} is installed, {@code hi} the same and held; a third letter would be an error. */
    private static Optional<Version> configured(String answer) {
        var parts = answer.split("\\s+", -1);
        boolean configured = parts.length == 2 && parts[0].matches("[ih]i");
        return configured ? Optional.of(new Version(parts[1])) : Optional.empty();
    }
}
