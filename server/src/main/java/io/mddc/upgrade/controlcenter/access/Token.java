package io.mddc.upgrade.controlcenter.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret of 256 random bits. It is shown once; what is stored is its hash. */
public record Token(String secret) {
    private static final int BYTES = 32;

    public static Token random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** One round is enough: there is nothing to guess in 256 random bits. */
    public String hash() {
        return Hashing.sha256().hashString(secret, UTF_8).toString();
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
