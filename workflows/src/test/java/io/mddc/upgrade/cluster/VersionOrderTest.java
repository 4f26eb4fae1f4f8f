package io.mddc.upgrade.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionOrderTest {
    /** The examples of Debian Policy 5.6.12 and of dpkg's own suite. */
    private static final List<String> DEBIAN_ASCENDING = List.of(
            "1.0~~",
            "1.0~~a",
            "1.0~",
            "1.0",
            "1.0-1",
            "1.0a",
            "1.0+b1",
            "1.1",
            "1.2",
            "1.10",
            "5.16.0-1",
            "5.17.0~rc1-1",
            "5.17.0-1",
            "5.17.0-2",
            "5.17.0-10",
            "1:0.1");

    /** Of rpm's own suite and the packaging guidelines for {@code ~} and {@code ^}. */
    private static final List<String> RPM_ASCENDING = List.of(
            "1.0~rc1-1",
            "1.0~rc1^git1-1",
            "1.0-1",
            "1.0^git1~pre-1",
            "1.0^20160101-1",
            "1.0.a-1",
            "1.0.1-1",
            "1.0.10-1",
            "5.16.0-1.el9",
            "5.17.0-1",
            "5.17.0-1.el9",
            "5.17.0-10",
            "1:0.1-1");

    @Test
    void sortsAsDebianPublishesIt() {
        sortsTo(VersionOrder.DEBIAN, DEBIAN_ASCENDING);
    }

    @Test
    void sortsAsRpmDoes() {
        sortsTo(VersionOrder.RPM, RPM_ASCENDING);
    }

    private static void sortsTo(VersionOrder order, List<String> ascending) {
        var versions = new ArrayList<>(ascending.stream().map(Version::new).toList());
        Collections.shuffle(versions, new Random(7));

        versions.sort(order);

        assertThat(versions).extracting(Version::value).containsExactlyElementsOf(ascending);
    }

    @ParameterizedTest
    @CsvSource({"5.16.0, 5.17.0, -1", "5.17.0, 5.17.0.9, 0", "5.17, 5.17.0-1, 0", "10.0.0, 9.99.9, 1"})
    void comparesTheThreeFieldsThatWindowsInstallerCompares(String left, String right, int expected) {
        int order = VersionOrder.MSI.compare(new Version(left), new Version(right));

        assertThat(Integer.signum(order)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "5.16.0, 5.17.0, -1",
        "5.9, 5.10, -1",
        "5.17, 5.17.0, -1",
        "10.0, 9.99, 1",
        "99999999999999999999.0, 99999999999999999998.0, 1"
    })
    void comparesDottedNumbersByValue(String left, String right, int expected) {
        int order = VersionOrder.DOTTED.compare(new Version(left), new Version(right));

        assertThat(Integer.signum(order)).isEqualTo(expected);
    }

    @Test
    void isAnOrderOnEverythingAGeneratorFinds() {
        var random = new Random(42);
        var versions = random.ints(60, 0, Integer.MAX_VALUE)
                .mapToObj(seed -> any(new Random(seed)))
                .toList();
        for (var order : VersionOrder.values()) {
            for (var a : versions) {
                for (var b : versions) {
                    assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
                }
            }
            assertThat(versions.stream().sorted(order).toList()).isSortedAccordingTo(order);
        }
    }

    @Test
    void showsWhatTheRunningProcessReports() {
        assertThat(new Version("2:5.17.0~rc1-3").upstream()).isEqualTo("5.17.0~rc1");
        assertThat(new Version("2:5.17.0~rc1-3").revision()).isEqualTo("3");
        assertThat(new Version("2:5.17.0~rc1-3").epoch()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoVersion() {
        assertThatThrownBy(() -> new Version("5.17; rm -rf /"))
                .hasMessageContaining("is not a version")
                .hasMessageContaining("allowed is");
    }

    private static Version any(Random random) {
        var alphabet = "0123456789..ab~^+-_";
        var text = new StringBuilder().append(random.nextInt(10));
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return new Version(text.toString());
    }
}
