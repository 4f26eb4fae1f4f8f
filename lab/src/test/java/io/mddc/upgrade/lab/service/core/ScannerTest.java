package io.mddc.upgrade.lab.service.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.lab.service.core.ScanResult.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

class ScannerTest {
    private static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    private final Scanner scanner = new Scanner(new ScanLimits(3, 100, 1 << 20));

    @Test
    void readsTheDigestOfAllBytes() throws IOException {
        var result = scan("hello".getBytes(StandardCharsets.US_ASCII));

        assertThat(result.sha256()).isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(result.finding()).isEqualTo(Finding.NO_THREAT);
        assertThat(result.workflow()).isEqualTo("single-file");
    }

    @Test
    void findsTheSignatureWhereverItLies() throws IOException {
        for (int before : new int[] {0, 1, 8190, 8192, 100_000}) {
            var content = new byte[before + EICAR.length + 10];
            Arrays.fill(content, (byte) 'X');
            System.arraycopy(EICAR, 0, content, before, EICAR.length);

            assertThat(scan(content).finding()).as("after %s bytes", before).isEqualTo(Finding.INFECTED);
        }
    }

    @Test
    void findsTheSignatureInArchivesInArchives() throws IOException {
        var nested = gzip(tar(zip(EICAR)));

        assertThat(scan(nested).finding()).isEqualTo(Finding.INFECTED);
        assertThat(scan(nested).workflow()).isEqualTo("archive-deep");
        assertThat(scan(gzip(tar(zip(new byte[1000])))).finding()).isEqualTo(Finding.NO_THREAT);
    }

    @Test
    void blocksWhatUnpacksToTooMuch() throws IOException {
        assertThat(scan(zip(new byte[2 << 20])).finding()).isEqualTo(Finding.TOO_BIG);
        assertThat(scan(zip(zip(zip(zip(new byte[10]))))).finding()).isEqualTo(Finding.TOO_BIG);
    }

    @Test
    void scansDamagedArchivesAsFarAsTheyGo() throws IOException {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var damaged = zip(EICAR);
            damaged[4 + random.nextInt(damaged.length - 4)] ^= (byte) (1 + random.nextInt(255));

            assertThat(scan(damaged).sha256()).hasSize(64);
        }
    }

    private ScanResult scan(byte[] content) throws IOException {
        return scanner.scan(new ByteArrayInputStream(content));
    }

    private static byte[] zip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("content"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            var entry = new TarArchiveEntry("content");
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
