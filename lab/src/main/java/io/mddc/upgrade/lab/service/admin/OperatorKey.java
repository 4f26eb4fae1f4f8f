package io.mddc.upgrade.lab.service.admin;

import static com.google.common.base.Preconditions.checkArgument;

import io.mddc.upgrade.lab.service.http.HttpApi;
import io.mddc.upgrade.lab.service.http.Refused;

/** Opens what only operators may do: sent in the header {@code apikey}. */
public record OperatorKey(String secret) {
    public OperatorKey {
        checkArgument(!secret.isBlank(), "the operator key is blank");
    }

    /** The route, for those who have the key. */
    public HttpApi.Route guards(HttpApi.Route route) {
        return call -> {
            if (call.header("apikey").filter(secret::equals).isEmpty()) {
                throw new Refused(403, "Invalid API key");
            }
            return route.answer(call);
        };
    }

    @Override
    public String toString() {
        return "OperatorKey[secret]";
    }
}
