package io.mddc.upgrade.controlcenter.permits;

import io.dropwizard.auth.Auth;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.hold.EmergencyStop;
import io.mddc.upgrade.protocol.Permit;
import io.mddc.upgrade.protocol.PermitRequest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where a worker asks immediately before a mutating effect. */
@Path("/api/v1/workers/{host}/permits")
@Produces(MediaType.APPLICATION_JSON)
public final class PermitResource {
    private final Permits permits;
    private final Counter granted;
    private final Counter refused;

    public PermitResource(Permits permits, MeterRegistry meters) {
        this.permits = permits;
        this.granted = asked(meters, "granted");
        this.refused = asked(meters, "refused");
    }

    private static Counter asked(MeterRegistry meters, String outcome) {
        return Counter.builder("mddc.upgrade.permits")
                .description("Permits that workers asked for")
                .tag("outcome", outcome)
                .register(meters);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.WORKER)
    public Permit grant(@Auth Caller caller, @PathParam("host") HostId host, PermitRequest request) {
        caller.speaksFor(host);
        try {
            var permit = permits.grant(host, request);
            granted.increment();
            return permit;
        } catch (PermitRefused | EmergencyStop no) {
            refused.increment();
            throw no;
        }
    }
}
