package io.mddc.upgrade.controlcenter.access;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.HostId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Gives a host's worker its credential. */
@Path("/api/v1/workers")
@Produces(MediaType.APPLICATION_JSON)
public final class EnrolmentResource {
    private final NewCredentials credentials;

    public EnrolmentResource(NewCredentials credentials) {
        this.credentials = credentials;
    }

    /** The token is shown this once; enrolling the host again makes a new one and the former void. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    public Response enrol(Enrolment enrolment) {
        var token = credentials.make("worker/" + enrolment.host(), Role.WORKER, Optional.of(enrolment.host()));
        return Response.status(Response.Status.CREATED)
                .entity(new Enrolled(enrolment.host(), token))
                .build();
    }

    /** The host to enrol. */
    public record Enrolment(HostId host) {
        public Enrolment {
            requireNonNull(host, "host");
        }
    }

    /** What the worker keeps. */
    public record Enrolled(HostId host, String token) {}
}
