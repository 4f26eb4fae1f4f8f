package io.mddc.upgrade.lab.service.gateway;

import io.mddc.upgrade.lab.service.http.Call;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import io.mddc.upgrade.lab.service.http.Refused;
import io.mddc.upgrade.lab.service.http.UnexpectedAnswer;
import io.mddc.upgrade.lab.service.identity.IdentityClient;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the Identity Service about a key once, and remembers the good ones: these pass while it is down. */
final class KeyRing {
    private final IdentityClient identity;
    private final Set<String> good = ConcurrentHashMap.newKeySet();

    KeyRing(URI identityUrl) {
        identity = new IdentityClient(identityUrl);
    }

    void require(Call call) {
        var key = call.header("apikey").orElseThrow(() -> new Refused(403, "Header apikey is missing"));
        if (good.contains(key)) {
            return;
        }
        if (!isValid(key)) {
            throw new Refused(403, "Invalid API key");
        }
        good.add(key);
    }

    private boolean isValid(String key) {
        try {
            return identity.isValid(key);
        } catch (PartUnreachable | UnexpectedAnswer e) {
            throw new Refused(401, "The API key cannot be checked now: " + e.getMessage());
        }
    }
}
