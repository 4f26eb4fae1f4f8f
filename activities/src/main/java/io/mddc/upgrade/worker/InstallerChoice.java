package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.worker.control.InitSystem;
import io.mddc.upgrade.worker.installer.ArchiveInstaller;
import io.mddc.upgrade.worker.installer.DebianInstaller;
import io.mddc.upgrade.worker.installer.Detachment;
import io.mddc.upgrade.worker.installer.Installer;
import io.mddc.upgrade.worker.installer.RedhatInstaller;
import io.mddc.upgrade.worker.installer.RedhatInstaller.Repositories;
import io.mddc.upgrade.worker.installer.Scripts;
import io.mddc.upgrade.worker.installer.WindowsInstaller;
import io.mddc.upgrade.worker.installer.WindowsInstaller.Uninstall;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The section {@code installer} of {@code config/worker.yml}, checked; its comments say what each key means.
 *
 * @param root an own package database, or the folder of archives; empty for the machine's
 */
record InstallerChoice(
        Kind kind, Optional<Path> root, Repositories repositories, Detachment detached, Uninstall uninstall) {
    enum Kind {
        DEBIAN(PackageFormat.DEB),
        REDHAT(PackageFormat.RPM),
        WINDOWS(PackageFormat.MSI),
        ARCHIVE(PackageFormat.ARCHIVE);

        private final PackageFormat format;

        Kind(PackageFormat format) {
            this.format = format;
        }

        PackageFormat format() {
            return format;
        }
    }

    static InstallerChoice read(ConfigTree tree) {
        tree.allowingOnly("kind", "root", "repositories", "detached", "uninstall");
        var kind = tree.choice("kind", Kind.class);
        var root = tree.optionalPath("root");
        checkRoot(kind, root);
        return new InstallerChoice(
                kind,
                root,
                tree.has("repositories") ? tree.choice("repositories", Repositories.class) : Repositories.CONFIGURED,
                tree.has("detached") ? tree.choice("detached", Detachment.class) : usual(kind),
                tree.has("uninstall") ? tree.choice("uninstall", Uninstall.class) : Uninstall.NEVER);
    }

    Installer installer(Scripts scripts) {
        return switch (kind) {
            case DEBIAN -> new DebianInstaller(root.map(Path::toString).orElse(""), scripts);
            case REDHAT -> new RedhatInstaller(repositories, scripts);
            case WINDOWS -> new WindowsInstaller(uninstall, scripts);
            case ARCHIVE -> new ArchiveInstaller(root.orElseThrow(), scripts);
        };
    }

    private static void checkRoot(Kind kind, Optional<Path> root) {
        if ((kind == Kind.REDHAT || kind == Kind.WINDOWS) && root.isPresent()) {
            throw new BadConfig(
                    "installer.root", root.get(), "\"\" for " + kind + ": it works on the machine's database alone");
        }
        if (kind == Kind.ARCHIVE && root.isEmpty()) {
            throw new BadConfig("installer.root", "", "the folder that archives are unpacked in, for ARCHIVE");
        }
    }

    private static Detachment usual(Kind kind) {
        if (kind == Kind.WINDOWS) {
            return Detachment.TASK;
        }
        return InitSystem.isSystemd() ? Detachment.SYSTEMD : Detachment.SESSION;
    }
}
