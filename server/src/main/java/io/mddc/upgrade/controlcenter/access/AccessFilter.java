package io.mddc.upgrade.controlcenter.access;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request reach its resource method when the caller's role includes one the method names. A method that names none
 * is reached by nobody.
 */
@Priority(Priorities.AUTHENTICATION)
public final class AccessFilter implements ContainerRequestFilter {
    private static final String BEARER = "bearer ";
    private static final String API_KEY = "apikey";

    private final Credentials credentials;

    @Context
    private @Nullable ResourceInfo target;

    public AccessFilter(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var method = requireNonNull(target, "no resource").getResourceMethod();
        if (method == null || method.isAnnotationPresent(PermitAll.class)) {
            return;
        }
        var caller = caller(request);
        request.setSecurityContext(new CallerContext(caller, request.getSecurityContext()));
        var allowed = allowed(method);
        if (allowed.stream().noneMatch(caller.role()::includes)) {
            throw new NotAllowed(caller.name() + " is " + caller.role() + "; this needs " + allowed + ".");
        }
    }

    private static List<Role> allowed(Method method) {
        return Optional.ofNullable(method.getAnnotation(RolesAllowed.class)).stream()
                .flatMap(roles -> Arrays.stream(roles.value()))
                .map(Role::valueOf)
                .toList();
    }

    /** Of a page whoever is signed in, as its own filter found out before; otherwise whoever sent a token. */
    private Caller caller(ContainerRequestContext request) {
        return request.getSecurityContext().getUserPrincipal() instanceof Caller signedIn ? signedIn : sender(request);
    }

    private Caller sender(ContainerRequestContext request) {
        var token = presented(request)
                .orElseThrow(
                        () -> new NotAuthenticated("A credential is needed: send it as 'Authorization: Bearer <token>'"
                                + " or in the header apikey."));
        return credentials
                .caller(token)
                .orElseThrow(() -> new NotAuthenticated("This credential is not known: the administrator's is in"
                        + " admin.token of the data folder, a worker's is made by POST /api/v1/workers."));
    }

    private static Optional<Token> presented(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .or(() -> Optional.ofNullable(request.getHeaderString(API_KEY)))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .map(Token::new);
    }
}
