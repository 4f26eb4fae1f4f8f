package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;

/** A real package, built by dpkg-deb; the same bytes whenever it is built. */
public record Deb(String name, String version, String packing, String seed) {
    public static Deb core(String version) {
        return new Deb("md-core", version, "xz", "");
    }

    public Deb packed(String how) {
        return new Deb(name, version, how, seed + how);
    }

    public Deb named(String other) {
        return new Deb(other, version, packing, seed);
    }

    public String fileName() {
        return name + "_" + version + "_amd64.deb";
    }

    public byte[] bytes() {
        try {
            var folder = Files.createTempDirectory("deb");
            var tree = folder.resolve("tree");
            Files.createDirectories(tree.resolve("DEBIAN"));
            Files.writeString(tree.resolve("DEBIAN/control"), control());
            Files.createDirectories(tree.resolve("opt"));
            Files.write(tree.resolve("opt/blob"), blob());
            var file = folder.resolve("built.deb");
            var builder = new ProcessBuilder("dpkg-deb", "-Z" + packing, "-b", tree.toString(), file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("SOURCE_DATE_EPOCH", "0");
            assertThat(builder.start().waitFor()).as("dpkg-deb").isZero();
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String control() {
        return "Package: " + name + "\nVersion: " + version + "\nArchitecture: amd64\nMaintainer: T <t@example.org>\n"
                + "Description: a test\n with a second line\n";
    }

    private byte[] blob() {
        var blob = new byte[20_000];
        new Random((version + seed).hashCode()).nextBytes(blob);
        return blob;
    }
}
