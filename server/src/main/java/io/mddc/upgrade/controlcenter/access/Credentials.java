package io.mddc.upgrade.controlcenter.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mddc.upgrade.controlcenter.access.CredentialDao.Credential;
import java.security.MessageDigest;
import java.util.Optional;

/** Whose a token is. */
public final class Credentials {
    private final CredentialDao dao;

    public Credentials(CredentialDao dao) {
        this.dao = dao;
    }

    /** Empty when nobody has it. */
    public Optional<Caller> caller(Token token) {
        return callerOf(token.hash());
    }

    /** The same by the hash, of a token that was presented before; empty once it is void. */
    public Optional<Caller> callerOf(String hash) {
        return dao.find(hash)
                .filter(known -> equalsInConstantTime(known.tokenHash(), hash))
                .map(Credential::caller);
    }

    private static boolean equalsInConstantTime(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(US_ASCII), right.getBytes(US_ASCII));
    }
}
