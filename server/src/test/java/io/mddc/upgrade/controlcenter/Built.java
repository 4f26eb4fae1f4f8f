package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Real packages of other formats than Debian's, built by the programs that build them elsewhere. */
public record Built(String fileName, Path file) {
    private static final Path PROGRAMS = Path.of("/usr/bin");

    /**
     * @param version {@code 5.17.0-1}: version and release
     * @param more further lines of the preamble, each ended
     */
    public static Built rpm(String name, String version, String architecture, String more) {
        need("rpmbuild");
        var parts = version.split("-", 2);
        var spec = """
                Name: %s
                Version: %s
                Release: %s
                %sSummary: a test
                License: none
                %%description
                a test
                %%files
                """.formatted(name, parts[0], parts[1], more);
        var folder = write("x.spec", spec);
        run(
                folder,
                List.of(
                        "rpmbuild",
                        "-bb",
                        "--quiet",
                        "--target=" + architecture,
                        "--define=_topdir " + folder,
                        "--define=_rpmdir " + folder,
                        "--define=_rpmfilename x.rpm",
                        "x.spec"));
        return new Built(name + "-" + version + "." + architecture + ".rpm", folder.resolve("x.rpm"));
    }

    public static Built sourceRpm() {
        need("rpmbuild");
        var folder = write(
                "x.spec",
                "Name: md-core\nVersion: 1\nRelease: 1\nSummary: x\nLicense: none\n%description\nx\n%files\n");
        run(
                folder,
                List.of(
                        "rpmbuild",
                        "-bs",
                        "--quiet",
                        "--define=_topdir " + folder,
                        "--define=_srcrpmdir " + folder,
                        "x.spec"));
        return new Built("md-core-1-1.src.rpm", folder.resolve("md-core-1-1.src.rpm"));
    }

    /**
     * @param machine {@code x64}, {@code x86}: as wixl has it
     */
    public static Built msi(String productName, String version, String machine) {
        need("wixl");
        var folder = write("x.wxs", """
                <Wix xmlns='http://schemas.microsoft.com/wix/2006/wi'>
                  <Product Name='%s' Id='*' UpgradeCode='{12345678-1234-1234-1234-111111111111}' Language='1033'
                      Codepage='1252' Version='%s' Manufacturer='Tests'>
                    <Package Id='*' Description='x' Manufacturer='Tests' InstallerVersion='200' Languages='1033'
                        Compressed='yes' SummaryCodepage='1252' />
                    <Media Id='1' Cabinet='x.cab' EmbedCab='yes' />
                    <Directory Id='TARGETDIR' Name='SourceDir'><Directory Id='ProgramFilesFolder' Name='PFiles'>
                      <Component Id='Main' Guid='{12345678-1234-1234-1234-222222222222}'>
                        <File Id='F' Name='x.wxs' DiskId='1' Source='x.wxs' KeyPath='yes'/>
                      </Component>
                    </Directory></Directory>
                    <Feature Id='All' Level='1'><ComponentRef Id='Main'/></Feature>
                  </Product>
                </Wix>
                """.formatted(productName, version));
        run(folder, List.of("wixl", "--arch", machine, "--output", "x.msi", "x.wxs"));
        return new Built("core-" + version + ".msi", folder.resolve("x.msi"));
    }

    /** Of this control file. */
    public static Built archive(String fileName, String control) {
        var folder = write("control", control);
        var file = folder.resolveSibling(folder.getFileName() + ".tar.gz");
        run(folder, List.of("tar", "--create", "--gzip", "--file=" + file, "control"));
        return new Built(fileName, file);
    }

    public byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void need(String program) {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAMS.resolve(program)), "left out, because this machine has no " + program);
    }

    private static Path write(String name, String text) {
        try {
            var folder = Files.createTempDirectory("package");
            Files.writeString(folder.resolve(name), text);
            return folder;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void run(Path folder, List<String> command) {
        try {
            var output = folder.resolve("output");
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor())
                    .as(command + ": " + Files.readString(output))
                    .isZero();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
