package io.mddc.upgrade.lab.packaging;

import com.google.common.hash.Hashing;
import com.google.common.io.ByteSource;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.fault.FaultFiles;
import io.mddc.upgrade.lab.fault.FaultKind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Builds {@code <package>_<version>_<architecture>.deb}, or {@code <package>-<version>.<architecture>.rpm}, with the parts' jars under /opt, a settings file under /etc, and
 * scripts that stop and start the service. Instead of jars a part of the product has a program that becomes the launcher's. The
 * same part and version give the same bytes.
 */
public final class PackageBuilder {
    private static final List<String> SCRIPTS = List.of("preinst", "prerm", "postinst", "postrm");

    /** What a package is made of. */
    private record Recipe(LabPart part, Version version, PackageFormat format, Optional<FaultKind> fault) {
        String name() {
            return part.packageName();
        }
    }

    /** A .deb, written into the folder, which is made where it is missing; one of the same name is replaced. */
    public Path build(LabPart part, Version version, Path folder) {
        return build(part, version, PackageFormat.DEB, folder);
    }

    /**
     * @param format DEB or RPM
     */
    public Path build(LabPart part, Version version, PackageFormat format, Path folder) {
        return build(new Recipe(part, version, format, Optional.empty()), folder);
    }

    /** One that is bad for every host: in the same place under the same name as the good one, with other bytes. */
    public Path buildBad(LabPart part, Version version, FaultKind fault, Path folder) {
        return buildBad(part, version, PackageFormat.DEB, fault, folder);
    }

    public Path buildBad(LabPart part, Version version, PackageFormat format, FaultKind fault, Path folder) {
        return build(new Recipe(part, version, format, Optional.of(fault)), folder);
    }

    private static Path build(Recipe recipe, Path folder) {
        return recipe.format() == PackageFormat.RPM ? rpm(recipe, folder) : deb(recipe, folder);
    }

    private static Path rpm(Recipe recipe, Path folder) {
        var scripts = new LinkedHashMap<String, String>();
        SCRIPTS.forEach(name -> scripts.put(name, script(name, recipe)));
        var content = new RpmWriter.Content(data(recipe), configuration(recipe), scripts);
        try {
            Files.createDirectories(folder);
            return RpmWriter.write(new RpmWriter.Rpm(recipe.name(), recipe.version(), List.of(), content), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The package of " + recipe.name() + " cannot be written", e);
        }
    }

    private static Path deb(Recipe recipe, Path folder) {
        var target = folder.resolve(fileName(recipe.part(), recipe.version()));
        try {
            Files.createDirectories(folder);
            var temporary = folder.resolve(target.getFileName() + "." + UUID.randomUUID() + ".part");
            try (var out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                var data = data(recipe);
                DebWriter.write(out, control(recipe, data), data);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("The package " + target + " cannot be written", e);
        }
    }

    /** Of the jars, which are the same in every package, and of the Java that reads them. */
    public static String contentDigest() {
        try {
            var hasher = Hashing.sha256().newHasher();
            hasher.putUnencodedChars(System.getProperty("java.vm.version"));
            for (var jar : PartsJars.in("")) {
                hasher.putUnencodedChars(jar.path()).putBytes(jar.content().read());
            }
            return hasher.hash().toString().substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException("The jars of the lab's parts cannot be read", e);
        }
    }

    /** The epoch is no part of a file name. */
    public static String fileName(LabPart part, Version version) {
        return part.packageName() + "_" + version.withoutEpoch() + "_" + architecture() + ".deb";
    }

    private static List<PackageEntry> data(Recipe recipe) {
        var name = recipe.name();
        var opt = "/opt/opswat/" + name;
        var entries = new ArrayList<PackageEntry>();
        entries.add(text(opt + "/VERSION", recipe.version().value() + "\n", PackageEntry.PLAIN));
        entries.add(text(opt + "/MAIN", recipe.part().mainClass() + "\n", PackageEntry.PLAIN));
        entries.add(text(opt + "/bin/service", resource("service"), PackageEntry.PROGRAM));
        for (var hook : recipe.part().hooks()) {
            entries.add(text(opt + "/bin/" + hook, resource("data-hook"), PackageEntry.PROGRAM));
        }
        entries.add(text(configuration(recipe), resource("service.conf"), PackageEntry.PLAIN));
        recipe.fault()
                .map(fault -> text(opt + "/" + FaultFiles.IN_PACKAGE, fault.word() + "\n", PackageEntry.PLAIN))
                .ifPresent(entries::add);
        if (recipe.part().program().isPresent()) {
            entries.add(text(opt + "/bin/program", script("program", recipe), PackageEntry.PROGRAM));
        } else {
            entries.addAll(PartsJars.in(opt + "/lib"));
        }
        return entries;
    }

    private static List<PackageEntry> control(Recipe recipe, List<PackageEntry> data) throws IOException {
        var entries = new ArrayList<PackageEntry>();
        entries.add(text("/control", fields(recipe, data), PackageEntry.PLAIN));
        entries.add(text("/conffiles", configuration(recipe) + "\n", PackageEntry.PLAIN));
        for (var script : SCRIPTS) {
            entries.add(text("/" + script, script(script, recipe), PackageEntry.PROGRAM));
        }
        return entries;
    }

    private static String configuration(Recipe recipe) {
        return "/etc/opswat/" + recipe.name() + "/service.conf";
    }

    private static String script(String name, Recipe recipe) {
        return resource(name)
                .replace("@NAME@", recipe.name())
                .replace("@VERSION@", recipe.version().value())
                .replace("@RUNNING@", recipe.version().upstream())
                .replace("@PROGRAM@", recipe.part().program().orElse(""))
                .replace("@FAULT@", recipe.fault().map(FaultKind::word).orElse(""));
    }

    private static String fields(Recipe recipe, List<PackageEntry> data) throws IOException {
        long bytes = 0;
        for (var entry : data) {
            bytes += entry.content().size();
        }
        return """
                Package: %s
                Version: %s
                Architecture: %s
                Maintainer: MDDC upgrade lab <lab@localhost>
                Installed-Size: %d
                Section: misc
                Priority: optional
                Description: stands in the lab for the vendor's %s
                """.formatted(
                recipe.name(),
                recipe.version(),
                architecture(),
                bytes / 1024,
                recipe.part().component().map(component -> component.title()).orElse("shared services"));
    }

    private static PackageEntry text(String path, String content, int mode) {
        return new PackageEntry(path, ByteSource.wrap(content.getBytes(StandardCharsets.UTF_8)), mode);
    }

    private static String resource(String name) {
        try (InputStream in = Optional.ofNullable(PackageBuilder.class.getResourceAsStream(name))
                .orElseThrow(() -> new IllegalStateException("The lab's jar lacks " + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As dpkg names this machine's. */
    private static String architecture() {
        var name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> name;
        };
    }
}
