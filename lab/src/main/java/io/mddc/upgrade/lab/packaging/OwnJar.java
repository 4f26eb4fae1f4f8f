package io.mddc.upgrade.lab.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts the classes below some folders of jars or class folders into one jar; the same classes give the same bytes. */
record OwnJar(List<String> wanted) {
    byte[] of(List<Path> sources) throws IOException {
        var classes = new TreeMap<String, byte[]>();
        for (var source : sources) {
            if (Files.isDirectory(source)) {
                collect(source, classes);
            } else {
                try (var jar = FileSystems.newFileSystem(source)) {
                    collect(jar.getPath("/"), classes);
                }
            }
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : classes.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.ofEpochSecond(DebWriter.SECONDS, 0, ZoneOffset.UTC));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private void collect(Path root, TreeMap<String, byte[]> classes) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = root.relativize(file).toString();
                if (wanted.stream().anyMatch(name::startsWith)) {
                    classes.put(name, Files.readAllBytes(file));
                }
            }
        }
    }
}
