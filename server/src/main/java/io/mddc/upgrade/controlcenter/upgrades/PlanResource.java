package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.audit.Routine;
import io.mddc.upgrade.plan.PlanPreview;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What an upgrade would do now. Changes nothing, so it needs no key. */
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PlanResource {
    private final Planning planning;
    private final WindowOutlook outlook;

    PlanResource(Planning planning) {
        this.planning = planning;
        this.outlook = planning.outlook();
    }

    @POST
    @Routine
    @RolesAllowed(Roles.OPERATOR)
    public PlanView preview(StartRequest request) {
        var chosen = planning.policyOf(request);
        var planned = planning.plan(request, chosen);
        var preview = PlanPreview.of(planned.plan(), planned.cluster(), outlook.history());
        return PlanView.of(preview, stage -> outlook.sentence(stage, chosen));
    }
}
