package io.mddc.upgrade.controlcenter.access;

import io.mddc.upgrade.controlcenter.rest.Refusal;
import io.mddc.upgrade.controlcenter.rest.RefusalWithHeader;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;

/** No credential, or one that is not known. */
public final class NotAuthenticated extends Refusal implements RefusalWithHeader {
    private static final int UNAUTHORIZED = 401;

    public NotAuthenticated(String detail) {
        super(UNAUTHORIZED, detail);
    }

    @Override
    public Map<String, Object> headers() {
        return Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
