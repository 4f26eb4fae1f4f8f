package io.mddc.upgrade.controlcenter.access;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Hands the caller to the resource method and to the audit. */
public record CallerContext(Caller caller, SecurityContext outer) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.role().includes(Role.valueOf(role));
    }

    @Override
    public boolean isSecure() {
        return outer.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
        return "token";
    }
}
