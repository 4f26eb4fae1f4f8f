package io.mddc.upgrade.controlcenter.packages;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import com.google.common.io.ByteStreams;
import io.mddc.upgrade.cluster.PackageFormat;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads an RPM package without trusting it: a lead of 96 bytes, a signature header padded to 8 bytes, the header proper, the
 * payload. Its own digest or size of the payload finds out a damaged or truncated file.
 */
final class RpmFile {
    private static final int LEAD = 96;
    private static final int PADDED = 8;
    private static final long SHA_256 = 8;

    /** Tags of the signature header: bytes of all that follows it. */
    private static final int SIGNATURE_SIZE = 1000;

    private static final int SIGNATURE_LONG_SIZE = 270;

    private static final int NAME = 1000;
    private static final int VERSION = 1001;
    private static final int RELEASE = 1002;
    private static final int EPOCH = 1003;
    private static final int ARCHITECTURE = 1022;
    private static final int SOURCE_PACKAGE = 1044;
    private static final int PAYLOAD_DIGEST = 5092;
    private static final int PAYLOAD_DIGEST_KIND = 5093;

    private RpmFile() {}

    static PackageFacts read(Path file) {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(LEAD);
            var signature = RpmHeader.read(in);
            in.skipNBytes(Math.floorMod(-signature.size(), PADDED));
            var header = RpmHeader.read(in);
            checkWhole(signature, header, in);
            return facts(header);
        } catch (EOFException tooEarly) {
            throw new PackageRefused("The package is truncated: it ends inside of its headers.");
        } catch (IOException unreadable) {
            throw new PackageRefused("This is not a whole RPM package: " + unreadable.getMessage() + ".");
        }
    }

    private static PackageFacts facts(RpmHeader header) {
        if (!header.has(SOURCE_PACKAGE)) {
            throw new PackageRefused("This is a source package: it installs nothing. Send the binary one.");
        }
        var epoch = header.number(EPOCH)
                .filter(number -> number > 0)
                .map(number -> number + ":")
                .orElse("");
        return new PackageFacts(
                PackageFormat.RPM,
                text(header, NAME, "name"),
                PackageFacts.version(epoch + text(header, VERSION, "version") + "-" + text(header, RELEASE, "release")),
                text(header, ARCHITECTURE, "architecture"));
    }

    private static String text(RpmHeader header, int tag, String what) {
        return header.text(tag).orElseThrow(() -> new PackageRefused("The package's header has no " + what + "."));
    }

    /** Reads the payload to its end. */
    private static void checkWhole(RpmHeader signature, RpmHeader header, DataInputStream in) throws IOException {
        var payload = new HashingInputStream(Hashing.sha256(), in);
        long size = header.size() + ByteStreams.exhaust(payload);
        var wanted = signature.number(SIGNATURE_SIZE).or(() -> signature.number(SIGNATURE_LONG_SIZE));
        wanted.filter(bytes -> bytes != size).ifPresent(bytes -> {
            throw new PackageRefused("The package is truncated: behind its signature there should be " + bytes
                    + " bytes, and there are " + size + ".");
        });
        var digest = header.number(PAYLOAD_DIGEST_KIND)
                .filter(kind -> kind == SHA_256)
                .flatMap(kind -> header.text(PAYLOAD_DIGEST));
        if (wanted.isEmpty() && digest.isEmpty()) {
            throw new PackageRefused("The package does not say how long it is: whether it is whole cannot be known.");
        }
        var actual = payload.hash().toString();
        digest.filter(expected -> !expected.equals(actual)).ifPresent(expected -> {
            throw new PackageRefused("The package is damaged: its payload has the digest " + actual
                    + ", by its own header it should have " + expected + ".");
        });
    }
}
