package io.mddc.upgrade.worker.component;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file whose verdict is known, to tell an instance that scans from one that only says so. */
public final class KnownAnswer {
    private static final String INFECTED = "Infected";
    private static final String CLEAN = "No Threat Detected";

    /** The test file of the anti-virus industry, a harmless text; in pieces, so that scanners of source trees stay quiet. */
    private static final List<String> EICAR =
            List.of("X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR", "-STANDARD-", "ANTIVIRUS", "-TEST-FILE", "!$H+H*");

    private final String fileName;
    private final byte[] content;
    private final String verdict;

    private KnownAnswer(String fileName, byte[] content, String verdict) {
        this.fileName = fileName;
        this.content = content;
        this.verdict = verdict;
    }

    public String fileName() {
        return fileName;
    }

    public byte[] content() {
        return content.clone();
    }

    /** In the words of a Core. */
    public String verdict() {
        return verdict;
    }

    /** Only then something processed comes of it. */
    public boolean isClean() {
        return verdict.equals(CLEAN);
    }

    /** One infected, one clean, one infected inside of an archive. */
    public static List<KnownAnswer> all() {
        var eicar = String.join("", EICAR).getBytes(US_ASCII);
        var clean = "Nothing is wrong with this text.\n".getBytes(US_ASCII);
        return List.of(
                new KnownAnswer("known-infected.txt", eicar, INFECTED),
                new KnownAnswer("known-clean.txt", clean, CLEAN),
                new KnownAnswer("known-infected.zip", zipped(eicar), INFECTED));
    }

    private static byte[] zipped(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("inner.txt"));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
