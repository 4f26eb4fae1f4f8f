package io.mddc.upgrade.lab.packaging;

import com.google.common.io.ByteSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Writes a Debian package (deb(5), format 2.0). The same entries give the same bytes. */
final class DebWriter {
    /** One moment for every file, so that bytes repeat and class data archives fit every version: 2026-01-01. */
    static final long SECONDS = 1_767_225_600L;

    private static final int DIRECTORY = 0755;

    private DebWriter() {}

    static void write(OutputStream target, List<PackageEntry> control, List<PackageEntry> data) throws IOException {
        try (var ar = new ArArchiveOutputStream(target)) {
            member(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
            member(ar, "control.tar.gz", tar(control));
            member(ar, "data.tar.gz", tar(data));
        }
    }

    private static void member(ArArchiveOutputStream ar, String name, byte[] content) throws IOException {
        ar.putArchiveEntry(new ArArchiveEntry(name, content.length, 0, 0, 0100644, SECONDS));
        ar.write(content);
        ar.closeArchiveEntry();
    }

    private static byte[] tar(List<PackageEntry> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.BEST_SPEED);
        try (var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes, parameters))) {
            for (var folder : folders(entries)) {
                var entry = new TarArchiveEntry("." + folder);
                entry.setMode(040000 | DIRECTORY);
                put(tar, entry, ByteSource.empty());
            }
            for (var file : entries) {
                var entry = new TarArchiveEntry("." + file.path());
                entry.setMode(0100000 | file.mode());
                put(tar, entry, file.content());
            }
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, ByteSource content) throws IOException {
        entry.setModTime(SECONDS * 1000);
        entry.setIds(0, 0);
        entry.setNames("root", "root");
        entry.setSize(content.size());
        tar.putArchiveEntry(entry);
        content.copyTo(tar);
        tar.closeArchiveEntry();
    }

    /** Every folder above the files, outer ones first, as {@code /opt/}. */
    private static SortedSet<String> folders(List<PackageEntry> entries) {
        var folders = new TreeSet<String>();
        for (var entry : entries) {
            for (int slash = entry.path().indexOf('/');
                    slash >= 0;
                    slash = entry.path().indexOf('/', slash + 1)) {
                folders.add(entry.path().substring(0, slash + 1));
            }
        }
        return folders;
    }
}
