package io.mddc.upgrade.lab.service.admin;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.lab.service.http.Answer;
import io.mddc.upgrade.lab.service.http.Call;
import io.mddc.upgrade.lab.service.http.HttpApi;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A part that can be isolated, and that tells what it has in work. */
public interface Administered {
    Optional<Isolation> isolation();

    void isolate(Isolation wanted) throws IOException, InterruptedException;

    void release(String owner) throws IOException;

    PartWork work();

    /** {@code /admin/isolation} and {@code /admin/work}, for those who have the key. */
    static void addRoutes(HttpApi api, OperatorKey key, Administered part) {
        api.on("GET", "/admin/isolation", key.guards(call -> answer(part)))
                .on("PUT", "/admin/isolation", key.guards(call -> isolate(part, call)))
                .on("DELETE", "/admin/isolation", key.guards(call -> release(part, call)))
                .on("GET", "/admin/work", key.guards(call -> Answer.json(part.work())));
    }

    private static Answer isolate(Administered part, Call call) throws IOException, InterruptedException {
        part.isolate(call.body(Wanted.class).from(Instant.now()));
        return answer(part);
    }

    private static Answer release(Administered part, Call call) throws IOException {
        part.release(call.requiredQuery("owner"));
        return answer(part);
    }

    private static Answer answer(Administered part) {
        return Answer.json(part.isolation().map(Administered::inForce).orElseGet(() -> Map.of("isolated", false)));
    }

    private static Map<String, Object> inForce(Isolation isolation) {
        return Map.of(
                "isolated", true,
                "owner", isolation.owner(),
                "reason", isolation.reason(),
                "since", isolation.since(),
                "expires", isolation.expires());
    }

    /** The body of a request to isolate. */
    record Wanted(String owner, String reason, Instant expires) {
        public Wanted {
            requireNonNull(owner, "owner is missing");
            requireNonNull(reason, "reason is missing");
            requireNonNull(expires, "expires is missing");
        }

        Isolation from(Instant since) {
            return new Isolation(owner, reason, since, expires);
        }
    }
}
