package io.mddc.upgrade.lab.packaging;

import io.mddc.upgrade.cluster.Version;
import java.nio.file.Path;

/** Builds {@code <package>_<version>_<architecture>.deb}; the same part and version give the same bytes. */
@SuppressWarnings("DoNotCallSuggester") // until it is built
public final class PackageBuilder {
    /** The file is written into the folder, which is made where it is missing; one that is there already is kept. */
    public Path build(LabPart part, Version version, Path folder) {
        throw new UnsupportedOperationException("not built yet: " + part + version + folder);
    }
}
