package io.mddc.upgrade.lab.service.identity;

import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.http.UnexpectedAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What gateways and clients ask of the Identity Service. */
public final class IdentityClient {
    private final URI url;
    private final PartClient client;

    public IdentityClient(URI url) {
        this.url = url;
        this.client = new PartClient(url, Duration.ofSeconds(2));
    }

    /** An API key. */
    public String login(String user, String password) {
        var answer = client.post("/login", Map.of("user", user, "password", password), Map.class);
        return String.valueOf(answer.get("session_id"));
    }

    public boolean isValid(String apiKey) {
        int status = new PartClient(url, Duration.ofSeconds(2), Optional.of(apiKey)).status("/keys/mine");
        if (status == 200 || status == 403) {
            return status == 200;
        }
        throw new UnexpectedAnswer(url + " answered " + status + " when asked for a key", status);
    }
}
