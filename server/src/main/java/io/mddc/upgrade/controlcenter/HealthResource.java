package io.mddc.upgrade.controlcenter;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Whether the process lives, whether it can do its work, and what it is. The only answers without a credential. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private final Readiness readiness;

    HealthResource(Readiness readiness) {
        this.readiness = readiness;
    }

    @GET
    @Path("/healthz")
    @PermitAll
    public Map<String, Boolean> live() {
        return Map.of("live", true);
    }

    @GET
    @Path("/version")
    @PermitAll
    public Map<String, String> version() {
        return Map.of("version", RunningVersion.read());
    }

    @GET
    @Path("/readyz")
    @PermitAll
    public Response ready(@QueryParam("verbose") @DefaultValue("false") String verbose) {
        var answer = readiness.ask();
        var status = answer.ready() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE;
        return Response.status(status)
                .entity(verbose.equals("true") ? answer : Map.of("ready", answer.ready()))
                .build();
    }
}
