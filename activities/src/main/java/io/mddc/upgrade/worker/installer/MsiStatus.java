package io.mddc.upgrade.worker.installer;

import java.util.Arrays;
import java.util.Optional;

/** Those exit statuses of Windows Installer that say something to an operator. */
enum MsiStatus {
    DONE(0, InstallerEnd.Kind.GOOD, "did it"),
    REBOOT_NEEDED(3010, InstallerEnd.Kind.GOOD_AFTER_REBOOT, "did it and needs a reboot"),
    REBOOT_BEGUN(1641, InstallerEnd.Kind.GOOD_AFTER_REBOOT, "did it and has begun a reboot by itself"),
    NO_SERVICE(1601, InstallerEnd.Kind.FAILED, "did not reach the Windows Installer service; is it disabled?"),
    CANCELLED(1602, InstallerEnd.Kind.FAILED, "was cancelled by somebody, or by the package itself"),
    FATAL(1603, InstallerEnd.Kind.FAILED, "failed and took back what it had done"),
    NOT_INSTALLED(1605, InstallerEnd.Kind.FAILED, "was to remove a product that is not installed"),
    NO_SOURCE(1612, InstallerEnd.Kind.FAILED, "did not find the files the product was once installed from"),
    OTHER_RUNS(1618, InstallerEnd.Kind.FAILED, "could not begin, because another installation runs"),
    NOT_OPENED(1619, InstallerEnd.Kind.FAILED, "could not open the file"),
    NO_PACKAGE(1620, InstallerEnd.Kind.FAILED, "found no Windows Installer package in the file"),
    FORBIDDEN(1625, InstallerEnd.Kind.FAILED, "is forbidden by this host's policy"),
    OTHER_MACHINE(1633, InstallerEnd.Kind.FAILED, "is not for this machine's processor"),
    OTHER_VERSION(1638, InstallerEnd.Kind.FAILED, "refused, because another version of the same product is installed");

    /** A POSIX shell between the installer and the journal keeps the low eight bits. */
    private static final int SHELL_KEEPS = 0xff;

    private final int status;
    private final InstallerEnd.Kind kind;
    private final String sentence;

    MsiStatus(int status, InstallerEnd.Kind kind, String sentence) {
        this.status = status;
        this.kind = kind;
        this.sentence = sentence;
    }

    static InstallerEnd endOf(int exitStatus) {
        return find(exitStatus).map(MsiStatus::end).orElseGet(() -> InstallerEnd.failed("ended with " + exitStatus));
    }

    private static Optional<MsiStatus> find(int exitStatus) {
        return Arrays.stream(values())
                .filter(it -> it.status == exitStatus || it.seenByShell() == exitStatus)
                .findFirst();
    }

    int seenByShell() {
        return status & SHELL_KEEPS;
    }

    private InstallerEnd end() {
        return new InstallerEnd(kind, sentence + " (Windows Installer " + status + ")");
    }
}
