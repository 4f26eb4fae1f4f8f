package io.mddc.upgrade.controlcenter.access;

import static com.google.common.base.Preconditions.checkArgument;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives scripts, and what watches or reads the product's settings, tokens of their own. */
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class TokenResource {
    private final NewCredentials credentials;

    public TokenResource(NewCredentials credentials) {
        this.credentials = credentials;
    }

    /** The token is shown this once; another of the same name makes the former void. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    public Response make(Wanted wanted) {
        var token = credentials.make("token/" + wanted.name(), wanted.role(), Optional.empty());
        return Response.status(Response.Status.CREATED)
                .entity(new Made(wanted.name(), wanted.role(), token))
                .build();
    }

    /**
     * @param name of whoever will use it; the audit shows it
     */
    public record Wanted(String name, Role role) {
        public Wanted(@Nullable String name, @Nullable Role role) {
            checkArgument(
                    name != null && name.matches("[a-z0-9][a-z0-9-]{0,62}"),
                    "name is %s: allowed are small letters, digits and '-'",
                    name == null ? "missing" : name);
            checkArgument(
                    role != null && role != Role.WORKER,
                    "role is %s: allowed is VIEWER, OPERATOR or ADMIN; a worker is enrolled by POST /api/v1/workers",
                    role == null ? "missing" : role);
            this.name = name;
            this.role = role;
        }
    }

    /** What its user keeps. */
    public record Made(String name, Role role, String token) {}
}
