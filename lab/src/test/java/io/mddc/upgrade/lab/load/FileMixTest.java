package io.mddc.upgrade.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.lab.ledger.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class FileMixTest {
    @Test
    void makesTheSameFilesFromTheSameSeedInWhateverOrder() {
        var first = new FileMix(7).file(12);
        new FileMix(7).file(11);
        var again = new FileMix(7).file(12);

        assertThat(again.name()).isEqualTo(first.name());
        assertThat(again.content()).isEqualTo(first.content());
        assertThat(new FileMix(8).file(12).content()).isNotEqualTo(first.content());
    }

    @Test
    void mixesCleanAndInfectedTextsArchivesAndNoise() {
        var files = sample();

        assertThat(files).extracting(FileMixTest::extension).contains("txt", "zip", "gz", "bin");
        assertThat(files)
                .filteredOn(file -> file.known() == Verdict.BLOCKED)
                .extracting(FileMixTest::extension)
                .contains("txt", "zip", "gz")
                .doesNotContain("bin");
        assertThat(files).filteredOn(file -> file.known() == Verdict.ALLOWED).hasSizeGreaterThan(100);
    }

    @Test
    void putsTheSignatureInsideInfectedArchives() throws IOException {
        var zip = sample().stream()
                .filter(file -> extension(file).equals("zip") && file.known() == Verdict.BLOCKED)
                .findFirst()
                .orElseThrow();

        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip.content()))) {
            assertThat(entries.getNextEntry().getName()).isEqualTo("readme.txt");
            assertThat(entries.getNextEntry().getName()).isEqualTo("payload.bin");
            assertThat(entries.readAllBytes()).isEqualTo(Eicar.bytes()).hasSize(68);
        }
    }

    private static List<SampleFile> sample() {
        var mix = new FileMix(1);
        return IntStream.range(0, 200).mapToObj(mix::file).toList();
    }

    private static String extension(SampleFile file) {
        return file.name().substring(file.name().lastIndexOf('.') + 1);
    }
}
