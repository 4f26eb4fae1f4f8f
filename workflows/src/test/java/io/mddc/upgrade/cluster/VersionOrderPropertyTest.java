package io.mddc.upgrade.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The orders on versions nobody would think of, and what dpkg and rpm themselves say of them. */
class VersionOrderPropertyTest {
    private static final int PAIRS = Tries.count(300);
    /** One process for all pairs; the versions are its input, never its text. */
    private static final String ASK_DPKG = """
            while read -r left right; do
              for relation in lt eq gt; do
                if dpkg --compare-versions "$left" "$relation" "$right"; then echo "$relation"; break; fi
              done
            done
            """;

    private static final String ASK_RPM = """
            %%{lua: for line in io.lines('%s') do
              local left, right = line:match('([^ ]+) ([^ ]+)')
              print(({'lt', 'eq', 'gt'})[rpm.vercmp(left, right) + 2] .. '\\n')
            end}""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isATotalOrder(VersionOrder order) {
        Tries.each(2000, random -> {
            var a = any(random);
            var b = near(a, random);
            var c = near(b, random);
            int ab = sign(order, a, b);
            assertThat(sign(order, a, a)).isZero();
            assertThat(sign(order, b, a)).as("%s and %s, turned", a, b).isEqualTo(-ab);
            if (ab == sign(order, b, c)) {
                assertThat(sign(order, a, c)).as("%s, %s, %s", a, b, c).isEqualTo(ab);
            }
            if (ab == 0) {
                assertThat(sign(order, a, c)).as("%s equals %s", a, b).isEqualTo(sign(order, b, c));
            }
        });
    }

    @Test
    void saysWhatDpkgSays() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg")), "dpkg is the referee");
        agreesWith(VersionOrder.DEBIAN, pairs(UnaryOperator.identity()), "bash", "-c", ASK_DPKG);
    }

    /** A version without a release is no package's, and rpm takes it for any release. */
    @Test
    void saysWhatRpmSays() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/rpm")), "rpm is the referee");
        UnaryOperator<String> ofRpm = version -> (version.contains("-") ? version : version + "-1").replace('+', '^');

        agreesWith(VersionOrder.RPM, pairs(ofRpm), "rpm", "--eval", ASK_RPM.formatted(folder.resolve("pairs")));
    }

    private static List<String> pairs(UnaryOperator<String> spelling) {
        var random = new SplittableRandom(Long.getLong("seed", 5));
        var pairs = new ArrayList<String>();
        for (int i = 0; i < PAIRS; i++) {
            var left = any(random);
            pairs.add(spelling.apply(left.value()) + " "
                    + spelling.apply(near(left, random).value()));
        }
        return pairs;
    }

    private void agreesWith(VersionOrder order, List<String> pairs, String... referee)
            throws IOException, InterruptedException {
        var ours = pairs.stream()
                .map(pair -> pair.split(" ", 2))
                .map(pair -> sign(order, new Version(pair[0]), new Version(pair[1])))
                .map(sign -> List.of("lt", "eq", "gt").get(1 + sign))
                .toList();
        assertThat(answered(pairs, asked(pairs, referee))).containsExactlyElementsOf(answered(pairs, ours));
    }

    private static List<String> answered(List<String> pairs, List<String> relations) {
        assertThat(relations).hasSameSizeAs(pairs);
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> pairs.get(i) + ": " + relations.get(i))
                .toList();
    }

    private List<String> asked(List<String> pairs, String... referee) throws IOException, InterruptedException {
        var input = Files.write(folder.resolve("pairs"), pairs);
        var output = folder.resolve("relations");
        var process = new ProcessBuilder(referee)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.waitFor();
        return Files.readAllLines(output, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static int sign(VersionOrder order, Version left, Version right) {
        return Integer.signum(order.compare(left, right));
    }

    /** Versions that are far apart are easy: mostly it changes one thing. */
    private static Version near(Version version, SplittableRandom random) {
        var text = version.value();
        return switch (random.nextInt(6)) {
            case 0 -> any(random);
            case 1 -> version;
            case 2 -> new Version(text + Tries.pick(random, List.of("~", "a", "+", ".", ".0", "0", "~1")) + "1");
            case 3 -> new Version((version.epoch() + random.nextInt(2)) + ":" + version.withoutEpoch());
            case 4 -> new Version(version.epoch() + ":0" + version.withoutEpoch());
            default -> new Version(version.epoch() + ":" + version.upstream() + "-" + word(random));
        };
    }

    private static Version any(SplittableRandom random) {
        var epoch = Tries.rarely(random, 4) ? random.nextInt(3) + ":" : "";
        var revision = Tries.rarely(random, 2) ? "-" + word(random) : "";
        return new Version(epoch + random.nextInt(12) + word(random) + revision);
    }

    private static String word(SplittableRandom random) {
        var alphabet = "00129..abZ~~+";
        var text = new StringBuilder();
        for (int i = random.nextInt(1, 7); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
