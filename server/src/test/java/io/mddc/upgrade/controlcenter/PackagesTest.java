package io.mddc.upgrade.controlcenter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import io.mddc.upgrade.controlcenter.Api.Answer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackagesTest {
    private static final String PACKAGES = "/api/v1/packages";
    private static final String BYTES = "application/octet-stream";

    @RegisterExtension
    static final RunningControlCenter center = new RunningControlCenter();

    private static Answer upload(String fileName, byte[] bytes) {
        return center.api().post(PACKAGES + "?fileName=" + fileName, BYTES, bytes);
    }

    private static Answer upload(Deb deb) {
        return upload(deb.fileName(), deb.bytes());
    }

    private static String digest(byte[] bytes) {
        return Hashing.sha256().hashBytes(bytes).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "xz", "zstd", "none"})
    void readsWhatThePackageSaysOfItselfHoweverItIsPacked(String packing) {
        var deb = Deb.core("5.17.1-1").packed(packing);
        var bytes = deb.bytes();

        var answer = upload(deb.fileName(), bytes);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith(PACKAGES + "/" + digest(bytes));
        assertThat(answer.text("digest")).isEqualTo(digest(bytes));
        assertThat(answer.json().path("bytes").asInt()).isEqualTo(bytes.length);
        assertThat(answer.text("component")).isEqualTo("CORE");
        assertThat(answer.text("version")).isEqualTo("5.17.1-1");
        assertThat(answer.text("fileName")).isEqualTo("md-core_5.17.1-1_amd64.deb");
        assertThat(answer.text("uploadedBy")).isEqualTo("administrator");
    }

    @Test
    void theSameBytesAgainChangeNothing() {
        var deb = Deb.core("5.18.0-1");
        var bytes = deb.bytes();
        var first = upload(deb.fileName(), bytes);

        var second = upload(deb.fileName(), bytes);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void refusesATruncatedPackageWhereverItIsCut() {
        var bytes = Deb.core("5.19.0-1").bytes();

        for (int length : new int[] {5, 70, 200, 500, 5_000, bytes.length - 1_000, bytes.length - 2}) {
            var answer = upload("md-core_5.19.0-1_amd64.deb", Arrays.copyOf(bytes, length));
            assertThat(answer.problem()).as("cut at " + length).isEqualTo("422 /problems/package-refused");
        }
        assertThat(center.api().get(PACKAGES + "/" + digest(bytes)).status()).isEqualTo(404);
    }

    @Test
    void refusesARenamedPackageNamingWhatItIs() {
        var answer = upload("md-core_5.20.0-1_amd64.deb", Deb.core("5.19.1-1").bytes());

        assertThat(answer.problem()).isEqualTo("422 /problems/package-refused");
        assertThat(answer.text("detail"))
                .isEqualTo("The file is named md-core_5.20.0-1_amd64.deb, but by its own metadata it is"
                        + " md-core_5.19.1-1_amd64.deb: send it under that name.");
    }

    @Test
    void refusesAPackageOfNoKnownComponent() {
        var answer = upload(Deb.core("1.0").named("apache2"));

        assertThat(answer.problem()).isEqualTo("422 /problems/package-refused");
        assertThat(answer.text("detail")).contains("'apache2'").contains("md-core");
    }

    @Test
    void refusesBytesOfAnotherDigest() {
        var deb = Deb.core("5.19.2-1");
        var expected = "0".repeat(64);

        var answer =
                center.api().post(PACKAGES + "?fileName=" + deb.fileName() + "&sha256=" + expected, BYTES, deb.bytes());

        assertThat(answer.problem()).isEqualTo("422 /problems/package-refused");
        assertThat(answer.text("detail")).contains("not " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "fileName=a.deb,            '',             422 /problems/package-refused",
        "fileName=a.deb,            no package,     422 /problems/package-refused",
        "fileName=a.deb,            !<arch>,        422 /problems/package-refused",
        "'',                        x,              400 /problems/malformed-request",
        "fileName=a.deb&sha256=abc, x,              400 /problems/invalid-parameter"
    })
    void refusesWhatIsNoPackage(String query, String body, String problem) {
        assertThat(center.api()
                        .post(PACKAGES + "?" + query, BYTES, body.getBytes(UTF_8))
                        .problem())
                .isEqualTo(problem);
    }

    @Test
    void refusesMoreThanTheLimit() {
        var answer = upload("md-core_5.17.0-1_amd64.deb", new byte[1024 * 1024 + 1]);

        assertThat(answer.problem()).isEqualTo("413 /problems/body-too-large");
        assertThat(answer.text("detail")).contains("limits.package");
    }

    @Test
    void leavesNothingHalfWrittenBehind() {
        upload("md-core_5.17.0-1_amd64.deb", "rubbish".getBytes(UTF_8));

        assertThat(center.started().folder().resolve("packages")).isDirectoryNotContaining("glob:**incoming*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-9       | 206 | 0     | 10",
                "bytes=100-      | 206 | 100   | -100",
                "bytes=-7        | 206 | -7    | 7",
                "bytes=5-9999999 | 206 | 5     | -5",
                "bytes=0-1,3-4   | 200 | 0     | -0",
                "bytes=9-5       | 200 | 0     | -0",
                "lines=1-2       | 200 | 0     | -0"
            })
    void sendsTheBytesOrOneRangeOfThem(String range, int status, int from, int length) {
        var deb = Deb.core("5.21.0-1");
        var bytes = deb.bytes();
        upload(deb.fileName(), bytes);
        int begin = from < 0 ? bytes.length + from : from;
        int end = begin + (length <= 0 ? bytes.length + length : length);

        var answer = center.asWorker("host-range").get(PACKAGES + "/" + digest(bytes) + "/content", "Range", range);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("ETag")).isEqualTo("\"" + digest(bytes) + "\"");
        assertThat(answer.bytes()).isEqualTo(Arrays.copyOfRange(bytes, begin, end));
        assertThat(answer.header("Content-Range"))
                .isEqualTo(status == 206 ? "bytes " + begin + "-" + (end - 1) + "/" + bytes.length : "");
    }

    @Test
    void aRangeBehindTheEndIsRefusedAndAnOldOneIgnored() {
        var deb = Deb.core("5.21.1-1");
        var bytes = deb.bytes();
        upload(deb.fileName(), bytes);
        var content = PACKAGES + "/" + digest(bytes) + "/content";

        var behind = center.api().get(content, "Range", "bytes=99999999-");
        assertThat(behind.problem()).isEqualTo("416 /problems/range-not-satisfiable");
        assertThat(behind.header("Content-Range")).isEqualTo("bytes */" + bytes.length);
        assertThat(center.api()
                        .get(content, "Range", "bytes=0-1", "If-Range", "\"other\"")
                        .status())
                .isEqualTo(200);
        assertThat(center.api()
                        .get(content, "If-None-Match", "\"" + digest(bytes) + "\"")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void deletesAPackageOnceAndForAll() {
        var deb = Deb.core("5.22.0-1");
        var bytes = deb.bytes();
        upload(deb.fileName(), bytes);
        var path = PACKAGES + "/" + digest(bytes);

        assertThat(center.api().delete(path).status()).isEqualTo(204);
        assertThat(center.api().delete(path).problem()).isEqualTo("404 /problems/unknown-package");
        assertThat(center.api().get(path + "/content").problem()).isEqualTo("404 /problems/unknown-package");
        assertThat(center.started().folder().resolve("packages").resolve(digest(bytes)))
                .doesNotExist();
    }
}
