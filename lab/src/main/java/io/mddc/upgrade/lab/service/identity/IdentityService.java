package io.mddc.upgrade.lab.service.identity;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.service.http.Answer;
import io.mddc.upgrade.lab.service.http.Call;
import io.mddc.upgrade.lab.service.http.HttpApi;
import io.mddc.upgrade.lab.service.http.Part;
import io.mddc.upgrade.lab.service.http.PartProcess;
import io.mddc.upgrade.lab.service.http.PartSettings;
import io.mddc.upgrade.lab.service.http.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/**
 * Sign-in and API keys behind HTTP, as the vendor's: {@code POST /login} gives a session id, which is an API key.
 *
 * <p>Settings: address, port, dataFolder, versionFile, user, password.
 */
public final class IdentityService implements Part {
    private final String user;
    private final String password;
    private final SessionFile sessions;
    private final HttpApi api;

    record Login(String user, String password) {
        Login {
            requireNonNull(user, "user is missing");
            requireNonNull(password, "password is missing");
        }
    }

    private IdentityService(PartSettings settings) {
        user = settings.text("user");
        password = settings.text("password");
        sessions = new SessionFile(settings.path("dataFolder").resolve("sessions"));
        var version = new Version(settings.installedVersion()).upstream();
        api = new HttpApi(settings.listen())
                .on("GET", "/healthz", call -> Answer.json(Map.of("alive", true)))
                .on("GET", "/readyz", call -> Answer.json(Map.of("ready", true)))
                .on("GET", "/version", call -> Answer.json(Map.of("version", version)))
                .on("POST", "/login", this::login)
                .on("GET", "/keys/mine", this::mine);
    }

    public static IdentityService start(PartSettings settings) {
        return Part.started(new IdentityService(settings));
    }

    public static void main(String[] arguments) {
        PartProcess.run(arguments, IdentityService::start);
    }

    @Override
    public HttpApi api() {
        return api;
    }

    private Answer login(Call call) throws IOException {
        var login = call.body(Login.class);
        if (!same(user + '\n' + password, login.user() + '\n' + login.password())) {
            throw new Refused(403, "Invalid user name or password");
        }
        var session = sessions.open();
        return Answer.json(Map.of("session_id", session.key(), "oms-csrf-token", session.csrfToken()));
    }

    private Answer mine(Call call) {
        var key = call.header("apikey").orElseThrow(() -> new Refused(403, "Header apikey is missing"));
        if (!sessions.isKnown(key)) {
            throw new Refused(403, "Invalid API key");
        }
        return Answer.json(Map.of("user", user));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
