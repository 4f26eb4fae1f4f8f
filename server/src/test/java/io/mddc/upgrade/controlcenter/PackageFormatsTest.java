package io.mddc.upgrade.controlcenter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.controlcenter.Api.Answer;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages for other platforms than Debian. */
class PackageFormatsTest {
    @RegisterExtension
    static final RunningControlCenter center = new RunningControlCenter();

    private static Answer upload(Built built) {
        return upload(built.fileName(), built.bytes());
    }

    private static Answer upload(String fileName, byte[] bytes) {
        var query = URLEncoder.encode(fileName, UTF_8);
        return center.api().post("/api/v1/packages?fileName=" + query, "application/octet-stream", bytes);
    }

    private static Answer uploadOnly(Built built, int length) {
        return upload(built.fileName(), Arrays.copyOf(built.bytes(), length));
    }

    private static String described(Answer answer) {
        assertThat(answer.status()).as(answer.text("detail")).isEqualTo(201);
        return Stream.of("format", "component", "name", "version", "architecture", "fileName")
                .map(answer::text)
                .reduce((left, right) -> left + " | " + right)
                .orElseThrow();
    }

    private static String refused(Answer answer) {
        assertThat(answer.problem()).isEqualTo("422 /problems/package-refused");
        return answer.text("detail");
    }

    @Test
    void readsWhatAnRpmSaysOfItself() {
        assertThat(described(upload(Built.rpm("md-core", "5.17.0-1", "x86_64", ""))))
                .isEqualTo("RPM | CORE | md-core | 5.17.0-1 | x86_64 | md-core-5.17.0-1.x86_64.rpm");
        assertThat(described(
                        upload(Built.rpm("md-core", "5.18.0^git7-1.el9", "noarch", "Epoch: 2\nBuildArch: noarch\n"))))
                .isEqualTo(
                        "RPM | CORE | md-core | 2:5.18.0^git7-1.el9 | noarch | md-core-5.18.0^git7-1.el9.noarch.rpm");
    }

    @Test
    void readsWhatAnMsiSaysOfItself() {
        assertThat(described(upload(Built.msi("MetaDefender Core", "5.17.0", "x64"))))
                .isEqualTo("MSI | CORE | MetaDefender Core | 5.17.0 | x64 | MetaDefender Core-5.17.0-x64.msi");
        assertThat(described(upload(Built.msi("MetaDefender Core", "5.18.0", "x86"))))
                .isEqualTo("MSI | CORE | MetaDefender Core | 5.18.0 | Intel | MetaDefender Core-5.18.0-Intel.msi");
    }

    @Test
    void readsWhatAnArchiveSaysOfItself() {
        var control = "Package: md-core\nVersion: 5.17.0-1\nArchitecture: x86_64\n";

        assertThat(described(upload(Built.archive("md-core-5.17.0-1.x86_64.tar.gz", control))))
                .isEqualTo("ARCHIVE | CORE | md-core | 5.17.0-1 | x86_64 | md-core-5.17.0-1.x86_64.tar.gz");
    }

    @Test
    void refusesATruncatedRpmWhereverItIsCut() {
        var whole = Built.rpm("md-core", "5.19.0-1", "x86_64", "");

        for (int length : new int[] {5, 90, 300, 1_500, whole.bytes().length - 1}) {
            assertThat(refused(uploadOnly(whole, length)))
                    .as("cut to " + length)
                    .isNotEmpty();
        }
    }

    @Test
    void refusesADamagedRpm() {
        var bytes = Built.rpm("md-core", "5.19.0-1", "x86_64", "").bytes();
        bytes[bytes.length - 9] ^= 1;

        assertThat(refused(upload("md-core-5.19.0-1.x86_64.rpm", bytes)))
                .startsWith("The package is damaged: its payload has the digest ");
    }

    @Test
    void refusesASourcePackage() {
        assertThat(refused(upload(Built.sourceRpm()))).startsWith("This is a source package");
    }

    @Test
    void refusesATruncatedMsiWhereverItIsCut() {
        var whole = Built.msi("MetaDefender Core", "5.19.0", "x64");

        for (int length : new int[] {5, 100, 512, 2_000, whole.bytes().length - 600}) {
            assertThat(refused(uploadOnly(whole, length)))
                    .as("cut to " + length)
                    .isNotEmpty();
        }
    }

    @Test
    void refusesATruncatedArchiveAndOneThatDoesNotSayWhatItIs() {
        var whole = Built.archive("a.tar.gz", "Package: md-core\nVersion: 5.19.0-1\nArchitecture: x86_64\n");

        assertThat(refused(uploadOnly(whole, whole.bytes().length - 5))).startsWith("This is not a whole .tar.gz");
        assertThat(refused(upload(Built.archive("a.tar.gz", "Package: md-core\n"))))
                .isEqualTo("The package's control file has no Version.");
    }

    @ParameterizedTest
    @CsvSource({"md-core-5.20.0-1.aarch64.rpm, 'md-core-5.20.0-1.x86_64.rpm'", "core.deb, 'md-core-5.20.0-1.x86_64.rpm'"
    })
    void refusesARenamedRpmNamingWhatItIs(String fileName, String isNamed) {
        var built = Built.rpm("md-core", "5.20.0-1", "x86_64", "");

        assertThat(refused(upload(fileName, built.bytes())))
                .isEqualTo("The file is named " + fileName + ", but by its own metadata it is " + isNamed
                        + ": send it under that name.");
    }

    @Test
    void refusesAPackageOfNoKnownComponentInEveryFormat() {
        assertThat(refused(upload(Built.rpm("httpd", "1-1", "x86_64", "")))).contains("'httpd'", "md-core");
        assertThat(refused(upload(Built.msi("Notepad", "1.0.0", "x64")))).contains("'Notepad'", "MetaDefender Core");
        assertThat(refused(upload(Built.archive("a.tar.gz", "Package: x1\nVersion: 1\nArchitecture: all\n"))))
                .contains("'x1'");
    }
}
