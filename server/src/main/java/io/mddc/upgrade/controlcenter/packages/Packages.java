package io.mddc.upgrade.controlcenter.packages;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.controlcenter.packages.PackageFolder.Incoming;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The package store. The file is complete on disk before its row is written, and the row goes before the file, so every row
 * has its bytes.
 */
public final class Packages {
    private static final Logger log = LoggerFactory.getLogger(Packages.class);

    private final PackageDao dao;
    private final PackageFolder folder;
    private final Map<String, Component> componentByName;
    private final Clock clock;

    private Packages(PackageDao dao, PackageFolder folder, Map<String, Component> componentByName, Clock clock) {
        this.dao = dao;
        this.folder = folder;
        this.componentByName = Map.copyOf(componentByName);
        this.clock = clock;
    }

    /**
     * @param limit bytes of the largest package
     * @param componentByName which component a package of this name is
     */
    public static Packages open(
            PackageDao dao, Path folder, long limit, Map<String, Component> componentByName, Clock clock) {
        var disk = new PackageFolder(folder, limit);
        disk.open();
        return new Packages(dao, disk, componentByName, clock);
    }

    public List<PackageFile> list() {
        return dao.listAll().stream().map(StoredPackage::file).toList();
    }

    Path path(Sha256 digest) {
        return folder.path(digest);
    }

    Added add(Upload upload, InputStream body) {
        try (var incoming = folder.receive(body, upload.announced())) {
            check(upload, incoming);
            var file = describe(incoming);
            if (!file.mayBeNamed(upload.fileName())) {
                throw new PackageRefused("The file is named " + upload.fileName() + ", but by its own metadata it is "
                        + file.fileName() + ": send it under that name.");
            }
            folder.keep(incoming);
            boolean isNew = dao.insert(file, upload.by(), clock.instant()) == 1;
            log.info("Package {} {} is in the store", file.fileName(), file.digest());
            return new Added(dao.find(file.digest()).orElseThrow(() -> new UnknownPackage(file.digest())), isNew);
        }
    }

    void delete(Sha256 digest) {
        if (dao.delete(digest) == 0) {
            throw new UnknownPackage(digest);
        }
        folder.delete(digest);
        log.info("Package {} is deleted", digest);
    }

    private static void check(Upload upload, Incoming incoming) {
        if (incoming.size() == 0) {
            throw new PackageRefused("The body is empty: send the bytes of the package.");
        }
        upload.expected().filter(digest -> !digest.equals(incoming.digest())).ifPresent(digest -> {
            throw new PackageRefused("The bytes that arrived have the digest " + incoming.digest() + ", not " + digest
                    + ": send them again.");
        });
    }

    private PackageFile describe(Incoming incoming) {
        var facts = PackageReader.read(incoming.file());
        var component = componentByName.get(facts.name());
        if (component == null) {
            throw new PackageRefused("No component is installed by a package named '" + facts.name() + "': known are "
                    + componentByName.keySet().stream().sorted().toList() + " (packages in control-center.yml).");
        }
        try {
            return new PackageFile(
                    incoming.digest(),
                    incoming.size(),
                    component,
                    facts.name(),
                    facts.version(),
                    facts.architecture(),
                    facts.format());
        } catch (IllegalArgumentException unusable) {
            throw new PackageRefused("The package's metadata cannot be used: " + unusable.getMessage() + ".");
        }
    }

    /**
     * @param isNew the store did not have it before
     */
    record Added(StoredPackage stored, boolean isNew) {}
}
