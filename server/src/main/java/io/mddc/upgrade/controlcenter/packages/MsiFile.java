package io.mddc.upgrade.controlcenter.packages;

import io.mddc.upgrade.cluster.PackageFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hpsf.HPSFException;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Reads a Windows Installer package without trusting it: a compound file in whose streams lie the tables of a database. Every
 * stream is read to its declared end, so a truncated file is found out.
 */
final class MsiFile {
    private MsiFile() {}

    static PackageFacts read(Path file) {
        try (var compound = new POIFSFileSystem(file.toFile(), true)) {
            for (Entry entry : compound.getRoot()) {
                if (entry instanceof DocumentEntry stream) {
                    exhaust(stream);
                }
            }
            var properties = new MsiTables(compound.getRoot()).properties();
            return new PackageFacts(
                    PackageFormat.MSI,
                    property(properties, "ProductName"),
                    PackageFacts.version(property(properties, "ProductVersion")),
                    architecture(compound));
        } catch (PackageRefused refused) {
            throw refused;
        } catch (IOException | HPSFException | RuntimeException unreadable) {
            throw new PackageRefused("This is not a whole Windows Installer package: " + unreadable.getMessage() + ".");
        }
    }

    private static void exhaust(DocumentEntry stream) throws IOException {
        try (var in = new DocumentInputStream(stream)) {
            in.skipNBytes(stream.getSize());
        }
    }

    private static String property(Map<String, String> properties, String name) {
        return Optional.ofNullable(properties.get(name))
                .orElseThrow(() -> new PackageRefused("The package's Property table has no " + name + "."));
    }

    /** The template is {@code x64;1033}; without a machine it is of the oldest, Intel. */
    private static String architecture(POIFSFileSystem compound) throws IOException, HPSFException {
        try (var in = compound.createDocumentInputStream(SummaryInformation.DEFAULT_STREAM_NAME)) {
            var template = new SummaryInformation(in).getTemplate();
            var machine = template == null ? "" : template.split("[;,]", 2)[0].strip();
            return machine.isEmpty() ? "Intel" : machine;
        }
    }
}
