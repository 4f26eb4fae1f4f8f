package io.mddc.upgrade.worker;

import io.mddc.upgrade.worker.control.InitSystem;
import io.mddc.upgrade.worker.installer.ArchiveInstaller;
import io.mddc.upgrade.worker.installer.DebianInstaller;
import io.mddc.upgrade.worker.installer.Detachment;
import io.mddc.upgrade.worker.installer.Installer;
import io.mddc.upgrade.worker.installer.RedhatInstaller;
import io.mddc.upgrade.worker.installer.RedhatInstaller.Repositories;
import io.mddc.upgrade.worker.installer.Scripts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The section {@code installer} of {@code config/worker.yml}, checked; its comments say what each key means.
 *
 * @param root an own package database, or the folder of archives; empty for the machine's
 */
record InstallerChoice(Kind kind, Optional<Path> root, Repositories repositories, Detachment detached) {
    enum Kind {
        DEBIAN,
        REDHAT,
        ARCHIVE
    }

    static InstallerChoice read(ConfigTree tree) {
        tree.allowingOnly("kind", "root", "repositories", "detached");
        var kind = tree.choice("kind", Kind.class);
        var root = tree.optionalPath("root");
        if (kind == Kind.REDHAT && root.isPresent()) {
            throw new BadConfig(
                    "installer.root", root.get(), "\"\" for REDHAT: it works on the machine's database alone");
        }
        if (kind == Kind.ARCHIVE && root.isEmpty()) {
            throw new BadConfig("installer.root", "", "the folder that archives are unpacked in, for ARCHIVE");
        }
        return new InstallerChoice(
                kind,
                root,
                tree.has("repositories") ? tree.choice("repositories", Repositories.class) : Repositories.CONFIGURED,
                tree.has("detached") ? tree.choice("detached", Detachment.class) : usual());
    }

    Installer installer(Scripts scripts) {
        return switch (kind) {
            case DEBIAN -> new DebianInstaller(root.map(Path::toString).orElse(""), scripts);
            case REDHAT -> new RedhatInstaller(repositories, scripts);
            case ARCHIVE -> new ArchiveInstaller(root.orElseThrow(), scripts);
        };
    }

    private static Detachment usual() {
        return InitSystem.isSystemd() ? Detachment.SYSTEMD : Detachment.SESSION;
    }
}
