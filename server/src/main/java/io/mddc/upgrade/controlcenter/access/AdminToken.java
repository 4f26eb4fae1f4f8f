package io.mddc.upgrade.controlcenter.access;

import io.mddc.upgrade.controlcenter.access.CredentialDao.Credential;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The administrator's token in {@code admin.token} of the data folder, readable by its owner alone. It is made at the first
 * start; later starts take the file as it is, so a lost database comes back with the same token, and a deleted file gets a
 * new one.
 */
public final class AdminToken {
    public static final String NAME = "administrator";
    private static final Logger log = LoggerFactory.getLogger(AdminToken.class);

    private final Path file;
    private final CredentialDao credentials;
    private final Clock clock;

    public AdminToken(Path dataFolder, CredentialDao credentials, Clock clock) {
        this.file = dataFolder.resolve("admin.token");
        this.credentials = credentials;
        this.clock = clock;
    }

    /** The file is there before the hash is: a crash in between is repaired by the next start. */
    public void ensure() {
        var token = read().orElseGet(this::write);
        if (credentials.find(token.hash()).isEmpty()) {
            credentials.replace(new Credential(token.hash(), NAME, Role.ADMIN, Optional.empty(), clock.instant()));
            log.info("The administrator's token is in {}", file);
        }
    }

    private Optional<Token> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip())
                            .filter(text -> !text.isEmpty())
                            .map(Token::new)
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private Token write() {
        var token = Token.random(new SecureRandom());
        try {
            var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var temporary = Files.createTempFile(file.getParent(), "admin", ".token", onlyOwner);
            Files.writeString(temporary, token.secret() + "\n");
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file + ": check that its folder is writable", unwritable);
        }
        return token;
    }
}
