package io.mddc.upgrade.controlcenter.console;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Finds the session of a request to a page. */
@SignedIn
final class SessionFilter implements ContainerRequestFilter {
    static final String COOKIE = "mddc_session";

    private static final String PROPERTY = Session.class.getName();

    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional.ofNullable(request.getCookies().get(COOKIE))
                .map(Cookie::getValue)
                .flatMap(sessions::use)
                .ifPresentOrElse(
                        session -> request.setProperty(PROPERTY, session),
                        () -> request.abortWith(
                                Response.seeOther(URI.create("/sign-in")).build()));
    }

    /** Of a request that came through this filter. */
    static Session of(ContainerRequestContext request) {
        return (Session) request.getProperty(PROPERTY);
    }
}
