package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.packaging.PackageBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Class data archives of the parts: they start in a third of the time. Made once for each content of the packages, on a host
 * of its own onto which the packages are unpacked, because an archive fits only jars of the same path, size and time; all
 * versions of a part have the same.
 */
final class ClassArchives {
    private final Path workFolder;
    private final Path folder;

    ClassArchives(Path workFolder) {
        this.workFolder = workFolder.toAbsolutePath();
        this.folder = this.workFolder.resolve("archives").resolve(PackageBuilder.contentDigest());
    }

    Path of(LabPart part) {
        return folder.resolve(part.packageName() + ".jsa");
    }

    /** Makes them all when one is missing; those of former contents go. */
    void make(InstanceFiles files, ClusterLayout layout, List<Path> packages) {
        var parts = LabPart.ofLab();
        if (parts.stream().allMatch(part -> Files.exists(of(part)))) {
            return;
        }
        Folders.delete(workFolder.resolve("archives"));
        var hostFolder = workFolder.resolve("rehearsal");
        Folders.delete(hostFolder);
        try (var host = new LayeredHost(new HostId("rehearsal"), "127.0.0.1", hostFolder)) {
            host.boot();
            Files.createDirectories(folder);
            for (var file : packages) {
                require(host.run(List.of("dpkg-deb", "-x", file.toString(), "/")));
            }
            parts.parallelStream()
                    .forEach(part -> rehearse(host, files, layout.of(part).get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Folders.delete(hostFolder);
    }

    private void rehearse(LabHost host, InstanceFiles files, LabInstance instance) {
        var name = instance.part().packageName();
        var settings = new Rehearsal(instance, files.settings(instance));
        var temporary = folder.resolve(name + ".part");
        try {
            var file = host.outside(Path.of("/etc/opswat", name, "rehearsal.properties"));
            Files.writeString(file, settings.text());
            var classPath = require(host.run(List.of(instance.control().toString(), "classpath")));
            require(host.run(settings.command(temporary, classPath.strip())));
            Files.move(temporary, of(instance.part()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The class data archive of " + name + " cannot be made", e);
        }
    }

    private static String require(CommandResult result) {
        if (!result.isGood()) {
            throw new HostFailure("Making class data archives ended with " + result.exit() + ": " + result.output());
        }
        return result.output();
    }
}
