package io.mddc.upgrade.lab.load;

import io.mddc.upgrade.lab.ledger.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Texts, archives and noise of 1 KB to 200 KB, about one in four with the EICAR signature. File {@code n} depends on the
 * seed and on n alone, so two runs with one seed send the same files however fast they are.
 */
public final class FileMix {
    private static final int SMALLEST = 1_000;
    private static final int LARGEST = 200_000;
    /** Distinct whatever the file, so that no archive's bytes depend on the day. */
    private static final long ARCHIVE_TIME = 1_750_000_000_000L;

    private final long seed;

    public FileMix(long seed) {
        this.seed = seed;
    }

    SampleFile file(int n) {
        var random = new Random(seed * 1_000_003 + n);
        random.nextInt();
        var kind = Kind.of(random.nextInt(100));
        var known = kind.maybeInfected && random.nextInt(3) == 0 ? Verdict.BLOCKED : Verdict.ALLOWED;
        int size = (int) (SMALLEST * Math.pow((double) LARGEST / SMALLEST, random.nextDouble()));
        var name = String.format(Locale.ROOT, "file-%06d.%s", n, kind.extension);
        return new SampleFile(name, content(kind, known, size, random), known);
    }

    private static byte[] content(Kind kind, Verdict known, int size, Random random) {
        return switch (kind) {
            case NOISE -> noise(size, random);
            case TEXT -> known == Verdict.BLOCKED ? Eicar.bytes() : text(size, random);
            case ZIP -> zip(known, size, random);
            case TAR_GZ -> tarGz(known, size, random);
        };
    }

    private static byte[] noise(int size, Random random) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] text(int size, Random random) {
        var text = new StringBuilder(size + 16);
        while (text.length() < size) {
            text.append(Integer.toString(random.nextInt(Integer.MAX_VALUE), 36))
                    .append(text.length() % 80 < 8 ? '\n' : ' ');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] zip(Verdict known, int size, Random random) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zipEntry(zip, "readme.txt", text(size, random));
            zipEntry(zip, "payload.bin", payload(known, random));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void zipEntry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(ARCHIVE_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] tarGz(Verdict known, int size, Random random) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            tarEntry(tar, "readme.txt", text(size, random));
            tarEntry(tar, "payload.bin", payload(known, random));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void tarEntry(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setModTime(ARCHIVE_TIME);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static byte[] payload(Verdict known, Random random) {
        return known == Verdict.BLOCKED ? Eicar.bytes() : noise(SMALLEST, random);
    }

    private enum Kind {
        TEXT("txt", true),
        ZIP("zip", true),
        TAR_GZ("tar.gz", true),
        NOISE("bin", false);

        private final String extension;
        private final boolean maybeInfected;

        Kind(String extension, boolean maybeInfected) {
            this.extension = extension;
            this.maybeInfected = maybeInfected;
        }

        static Kind of(int percent) {
            if (percent < 45) {
                return TEXT;
            }
            if (percent < 65) {
                return ZIP;
            }
            return percent < 85 ? TAR_GZ : NOISE;
        }
    }
}
