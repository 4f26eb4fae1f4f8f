package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.audit.Routine;
import io.mddc.upgrade.plan.ClusterView;
import io.mddc.upgrade.plan.Forecast;
import io.mddc.upgrade.plan.PlanPreview;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StagePreview;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.plan.UpgradePlanner;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import java.util.function.Supplier;

/** What an upgrade would do now. Changes nothing, so it needs no key. */
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PlanResource {
    private final PolicyFile policy;
    private final Supplier<ClusterView> cluster;
    private final Function<Component, StepTimes> history;
    private final WindowOutlook outlook;

    PlanResource(
            PolicyFile policy,
            Supplier<ClusterView> cluster,
            Function<Component, StepTimes> history,
            WindowOutlook outlook) {
        this.policy = policy;
        this.cluster = cluster;
        this.history = history;
        this.outlook = outlook;
    }

    @POST
    @Routine
    @RolesAllowed(Roles.OPERATOR)
    public PlanView preview(StartRequest request) {
        var chosen = policy.with(request.policy());
        var now = cluster.get();
        var preview = PlanPreview.of(new UpgradePlanner().plan(request.request(), now, chosen), now, history);
        return PlanView.of(preview, stage -> outlook.sentence(stage, forecast(stage, chosen)));
    }

    private Forecast forecast(StagePreview stage, Policy chosen) {
        return new Forecast(chosen, history.apply(stage.stage().component()));
    }
}
