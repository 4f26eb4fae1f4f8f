package io.mddc.upgrade.controlcenter.access;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.controlcenter.access.CredentialDao.Credential;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Makes credentials. Of the token only its hash is kept; another credential of the same name makes the former void. */
public final class NewCredentials {
    private final CredentialDao credentials;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    public NewCredentials(CredentialDao credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** The token, to be shown this once. */
    String make(String name, Role role, Optional<HostId> host) {
        var token = Token.random(random);
        credentials.replace(new Credential(token.hash(), name, role, host, clock.instant()));
        return token.secret();
    }
}
