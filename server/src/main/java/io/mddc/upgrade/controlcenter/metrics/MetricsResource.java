package io.mddc.upgrade.controlcenter.metrics;

import io.mddc.upgrade.controlcenter.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What Prometheus reads. */
@Path("/metrics")
public final class MetricsResource {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;

    public MetricsResource(Metrics metrics) {
        this.metrics = metrics;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed(Roles.VIEWER)
    public Response show() {
        return Response.ok(metrics.show(TEXT), TEXT).build();
    }
}
