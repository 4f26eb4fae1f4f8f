package io.mddc.upgrade.lab.service.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** Sessions survive a restart of the service; the file holds digests of the keys, one a line, appended and synced. */
final class SessionFile {
    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final Set<String> digests;

    /** Shown once. */
    record Session(String key, String csrfToken) {}

    SessionFile(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            digests = new HashSet<>(Files.exists(file) ? Files.readAllLines(file) : Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException("The sessions " + file + " cannot be read", e);
        }
    }

    synchronized Session open() throws IOException {
        var session = new Session(secret(), secret());
        var digest = digest(session.key());
        Files.writeString(
                file, digest + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
        digests.add(digest);
        return session;
    }

    synchronized boolean isKnown(String key) {
        return digests.contains(digest(key));
    }

    private String secret() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String digest(String key) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
