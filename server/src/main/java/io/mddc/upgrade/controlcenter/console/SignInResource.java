package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.controlcenter.access.Token;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;

/** In with a token, out with a form of the session. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public final class SignInResource {
    private final Tokens tokens;
    private final Sessions sessions;

    SignInResource(Tokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @GET
    @Path("/sign-in")
    @PermitAll
    public Screen form() {
        return screen("");
    }

    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Response signIn(@FormParam("token") @DefaultValue("") String token, @Context UriInfo uri) {
        var credential = new Token(token.strip()).hash();
        return tokens.holder(credential)
                .map(caller -> Response.seeOther(URI.create("/upgrades"))
                        .cookie(cookie(sessions.begin(caller, credential), NewCookie.DEFAULT_MAX_AGE, uri))
                        .build())
                .orElseGet(() -> Response.status(Status.FORBIDDEN)
                        .entity(screen(
                                "This token is not known. It is in admin.token of the control center's data folder."))
                        .build());
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    @PermitAll
    public Response signOut(
            @FormParam("csrf") @DefaultValue("") String csrf,
            @CookieParam(SessionFilter.COOKIE) @DefaultValue("") String id,
            @Context ContainerRequestContext request) {
        if (!SessionFilter.of(request).gave(csrf)) {
            return tooOld();
        }
        sessions.end(id);
        return Response.seeOther(URI.create("/sign-in"))
                .cookie(cookie("", 0, request.getUriInfo()))
                .build();
    }

    /** To a form that does not come from a page of this session: it may be another site's. */
    static Response tooOld() {
        var why = "The form was too old. Sign in again, or go back and reload the page.";
        return Response.status(Status.FORBIDDEN)
                .entity(screen(why).refusing(why))
                .build();
    }

    private static Screen screen(String trouble) {
        return new Screen("signIn.jte", Map.of("frame", Frame.signIn(), "trouble", trouble));
    }

    private static NewCookie cookie(String value, int maxAge, UriInfo uri) {
        return new NewCookie.Builder(SessionFilter.COOKIE)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(uri.getRequestUri().getScheme().equals("https"))
                .build();
    }
}
