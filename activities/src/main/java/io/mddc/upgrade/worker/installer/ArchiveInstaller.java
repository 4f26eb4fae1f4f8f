package io.mddc.upgrade.worker.installer;

import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.worker.control.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Archives, each unpacked into a folder of its own, and a link to the one that is installed. The link is switched in one step,
 * so there is never a version in between, and nobody else's lock to wait for.
 */
public final class ArchiveInstaller implements Installer {
    private static final Duration DRY_RUN = Duration.ofMinutes(2);
    private static final String VERSION = "Version:";

    private final Path root;
    private final Scripts scripts;
    private final Path script;

    /**
     * @param root where each component has a folder with its versions
     */
    public ArchiveInstaller(Path root, Scripts scripts) {
        this.root = root;
        this.scripts = scripts;
        this.script = scripts.archive();
    }

    @Override
    public PackageFormat format() {
        return PackageFormat.ARCHIVE;
    }

    @Override
    public String dryRun(Path file) {
        return DryRunRefused.unlessGood(
                file, Command.of(DRY_RUN, "tar", "--list", "--gzip", "--file", file.toString()));
    }

    @Override
    public Optional<String> heldBy() {
        return Optional.empty();
    }

    @Override
    public List<String> install(PackageFile target, Path file) {
        return List.of(
                "sh",
                script.toString(),
                "install",
                root.toString(),
                target.name(),
                target.digest().toString(),
                file.toString());
    }

    @Override
    public List<String> putBack(PackageFile former, Path file, Path kept) {
        return scripts.afterPuttingBack(kept, install(former, file));
    }

    /** The vendor has no words for it: what the worker itself would run. */
    @Override
    public String byHand(PackageFile target, Path file) {
        return "sudo " + install(target, file).stream().map(Shell::quoted).collect(Collectors.joining(" "));
    }

    @Override
    public List<String> repair() {
        return List.of("sh", script.toString(), "repair", root.toString());
    }

    /** By the control file in the version that the link points to. */
    @Override
    public Optional<Version> installed(String packageName) {
        var control = root.resolve(packageName).resolve("current").resolve("control");
        if (!Files.exists(control)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(control).stream()
                    .filter(line -> line.startsWith(VERSION))
                    .map(line -> new Version(line.substring(VERSION.length()).strip()))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + control, e);
        }
    }
}
