package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.controlcenter.access.CallerContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/**
 * Finds the session of a request to a page, before roles are looked at: from here on the request is made by whoever signed in, for
 * roles and for the audit, as if they had sent their token. A token that is void meanwhile ends the session.
 */
@SignedIn
@Priority(Priorities.AUTHENTICATION - 1)
final class SessionFilter implements ContainerRequestFilter {
    static final String COOKIE = "mddc_session";

    private static final String PROPERTY = Session.class.getName();

    private final Sessions sessions;
    private final Tokens tokens;

    SessionFilter(Sessions sessions, Tokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional.ofNullable(request.getCookies().get(COOKIE))
                .map(Cookie::getValue)
                .flatMap(this::session)
                .ifPresentOrElse(
                        session -> enter(request, session),
                        () -> request.abortWith(
                                Response.seeOther(URI.create("/sign-in")).build()));
    }

    /** Of a request that came through this filter. */
    static Session of(ContainerRequestContext request) {
        return (Session) request.getProperty(PROPERTY);
    }

    private Optional<Session> session(String id) {
        var found = sessions.use(id);
        var holding =
                found.flatMap(session -> tokens.holder(session.credential()).map(session::as));
        if (holding.isEmpty()) {
            sessions.end(id);
        }
        return holding;
    }

    private static void enter(ContainerRequestContext request, Session session) {
        request.setProperty(PROPERTY, session);
        request.setSecurityContext(new CallerContext(session.caller(), request.getSecurityContext()));
    }
}
