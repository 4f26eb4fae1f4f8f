package io.mddc.upgrade.worker.installer;

import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.worker.control.RebootFile;
import io.mddc.upgrade.worker.control.RebootMarker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One package format on this host. */
public interface Installer {
    /** What it installs. */
    PackageFormat format();

    /** What the installer's own dry run says; changes nothing. Throws {@link DryRunRefused} when it would not work. */
    String dryRun(Path file);

    /** Who holds the package database now, in a few words; empty when nobody does. */
    Optional<String> heldBy();

    /** The argument list that installs the file; to be run detached. */
    List<String> install(PackageFile target, Path file);

    /**
     * The same for the package an instance had before, its configuration put back first.
     *
     * @param kept a tree of files, each under its whole path; it may not be there
     */
    List<String> putBack(PackageFile former, Path file, Path kept);

    /** What a person types into a terminal of this host to install the file, in the vendor's words. */
    String byHand(PackageFile target, Path file);

    /** Where this host's packages ask for a reboot. */
    default RebootMarker rebootMarker() {
        return RebootFile.in("");
    }

    /** What it means that an install, by itself, ended with this. */
    default InstallerEnd endedWith(int exitStatus) {
        return exitStatus == 0 ? InstallerEnd.GOOD : InstallerEnd.failed("ended with " + exitStatus);
    }

    /** Why former packages are not put back on this host; empty when they are. */
    default Optional<String> noWayBack() {
        return Optional.empty();
    }

    /** The argument list that brings a package database left in the middle back into order; harmless on one in order. */
    List<String> repair();

    /** The version the package database shows as installed and configured; empty for anything less. */
    Optional<Version> installed(String packageName);
}
