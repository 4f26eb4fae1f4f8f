package io.mddc.upgrade.lab.packaging;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Writes an rpm package, by rpmbuild, from what a Debian package of the same is made of. Its scripts are Debian's, called as dpkg
 * would: rpm gives them only the number of versions there will be, and runs those of the former version after the new one's.
 */
final class RpmWriter {
    private static final long LONGEST_MINUTES = 2;

    /** Words before each script, by its name in Debian; the two of a version that goes away do nothing in an upgrade. */
    private static final Map<String, String> CALLED = Map.of(
            "preinst",
            "if [ \"$1\" -gt 1 ]; then set -- upgrade \"$(cat /opt/opswat/@NAME@/VERSION)\"; else set -- install; fi",
            "postinst",
            "set -- configure",
            "prerm",
            "[ \"$1\" = 0 ] || exit 0; set -- remove",
            "postrm",
            "[ \"$1\" = 0 ] || exit 0; set -- remove");

    private static final Map<String, String> SECTIONS =
            Map.of("preinst", "%pre", "postinst", "%post", "prerm", "%preun", "postrm", "%postun");

    private RpmWriter() {}

    /**
     * @param provides what it stands for beside itself
     */
    record Rpm(String name, Version version, List<String> provides, Content content) {
        Rpm(String name, Version version, List<String> provides) {
            this(name, version, provides, new Content(List.of(), "", Map.of()));
        }

        private String fileName() {
            return name + "-" + version.withoutEpoch() + "." + architecture() + ".rpm";
        }
    }

    /** As rpm names this machine's. */
    private static String architecture() {
        var name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }

    /**
     * @param configuration the path of the file that stays as somebody changed it
     * @param scripts by their names in Debian
     */
    record Content(List<PackageEntry> files, String configuration, Map<String, String> scripts) {}

    static Path write(Rpm rpm, Path folder) throws IOException {
        var work = Files.createTempDirectory(folder, "rpm");
        try {
            rpm.content().files().forEach(entry -> put(work.resolve("root"), entry));
            Files.createDirectories(work.resolve("root"));
            var spec = Files.writeString(work.resolve("package.spec"), spec(rpm, work));
            build(work, spec);
            return Files.move(
                    requireNonNull(work.resolve("built.rpm")),
                    folder.resolve(rpm.fileName()),
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(work);
        }
    }

    /** At the moment of the files of a Debian package, so that class data archives fit both. */
    private static void put(Path root, PackageEntry entry) {
        var file = root.resolve(entry.path().substring(1));
        var mode = entry.mode() == PackageEntry.PROGRAM ? "rwxr-xr-x" : "rw-r--r--";
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, entry.content().read());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            Files.setLastModifiedTime(file, FileTime.from(DebWriter.SECONDS, TimeUnit.SECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + entry.path() + " of a package cannot be written", e);
        }
    }

    private static String spec(Rpm rpm, Path work) {
        var version = rpm.version();
        var text = new StringBuilder("""
                %%global debug_package %%{nil}
                %%global __os_install_post %%{nil}
                %%global _build_id_links none
                Name: %s
                Version: %s
                Release: %s
                Summary: stands in the lab for the vendor's
                License: none
                AutoReqProv: no
                """.formatted(rpm.name(), version.upstream(), version.revision()));
        if (version.epoch() > 0) {
            text.append("Epoch: ").append(version.epoch()).append('\n');
        }
        rpm.provides().forEach(what -> text.append("Provides: ").append(what).append('\n'));
        text.append("%description\n").append(rpm.name()).append(" of the lab\n");
        text.append("%install\nmkdir -p %{buildroot}\ncp -a ").append(work).append("/root/. %{buildroot}/\n");
        rpm.content().scripts().forEach((name, script) -> text.append(script(name, script, rpm.name())));
        text.append("%files\n");
        rpm.content()
                .files()
                .forEach(entry -> text.append(
                                entry.path().equals(rpm.content().configuration()) ? "%config(noreplace) " : "")
                        .append(entry.path())
                        .append('\n'));
        return text.toString();
    }

    /** A percent sign would begin a macro. */
    private static String script(String name, String script, String packageName) {
        var called = requireNonNull(CALLED.get(name)).replace("@NAME@", packageName);
        return requireNonNull(SECTIONS.get(name)) + "\n" + (called + "\n" + script).replace("%", "%%") + "\n";
    }

    private static void build(Path work, Path spec) throws IOException {
        var builder = new ProcessBuilder(
                        "rpmbuild",
                        "-bb",
                        "--quiet",
                        "--define=_topdir " + work.resolve("build"),
                        "--define=_dbpath " + work.resolve("database"),
                        "--define=_rpmdir " + work,
                        "--define=_rpmfilename built.rpm",
                        "--define=_binary_payload w1.gzdio",
                        "--define=_buildhost lab",
                        "--define=use_source_date_epoch_as_buildtime 1",
                        spec.toString())
                .redirectErrorStream(true);
        builder.environment().put("SOURCE_DATE_EPOCH", Long.toString(DebWriter.SECONDS));
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!isGood(process)) {
            throw new IOException("rpmbuild failed: " + said.strip());
        }
    }

    private static boolean isGood(Process process) {
        try {
            return process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
