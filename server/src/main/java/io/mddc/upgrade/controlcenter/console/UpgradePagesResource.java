package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.console.Frame.Fresh;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeQueries;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages about upgrades. Everybody who may sign in may look at all of them; the session is asked, not a role. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@SignedIn
@PermitAll
public final class UpgradePagesResource {
    private static final int UPGRADES = 100;
    private static final int NEWEST_EVENTS = 50;
    private static final int ALL_EVENTS = 10_000;

    private final UpgradeQueries upgrades;
    private final InstantSource clock;

    UpgradePagesResource(UpgradeQueries upgrades, InstantSource clock) {
        this.upgrades = upgrades;
        this.clock = clock;
    }

    @GET
    @PermitAll
    public Response start() {
        return Response.seeOther(URI.create("/upgrades")).build();
    }

    @GET
    @Path("/upgrades")
    @PermitAll
    public Screen list(@Context ContainerRequestContext request) {
        var newest = upgrades.list(Optional.empty(), UPGRADES).stream()
                .map(upgrade -> new UpgradeScreen(upgrade, List.of(), moments()))
                .toList();
        var frame = Frame.of(Place.UPGRADES, "Upgrades", SessionFilter.of(request));
        return new Screen("upgrades.jte", Map.of("frame", frame, "upgrades", newest));
    }

    @GET
    @Path("/upgrades/{id}")
    @PermitAll
    public Response upgrade(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return show("upgrade.jte", find(id, NEWEST_EVENTS), Fresh.LISTENS, request);
    }

    /** What changes on the page of an upgrade, for its script. */
    @GET
    @Path("/upgrades/{id}/now")
    @PermitAll
    public Response now(@PathParam("id") String id) {
        return find(id, NEWEST_EVENTS)
                .map(upgrade -> Response.ok(new Screen("upgradeNow.jte", Map.of("upgrade", upgrade))))
                .orElseGet(() -> Response.status(Status.NOT_FOUND))
                .build();
    }

    @GET
    @Path("/upgrades/{id}/report")
    @PermitAll
    public Response report(@PathParam("id") String id, @Context ContainerRequestContext request) {
        var found = find(id, ALL_EVENTS).map(upgrade -> upgrade.with(upgrades.forecasts(new UpgradeId(upgrade.id()))));
        return show("report.jte", found, Fresh.RELOADS, request);
    }

    private Response show(
            String template, Optional<UpgradeScreen> found, Fresh fresh, ContainerRequestContext request) {
        var session = SessionFilter.of(request);
        return found.map(upgrade -> {
                    var frame = Frame.of(Place.UPGRADES, "Upgrade " + upgrade.id(), session);
                    var shown = upgrade.isEnded() ? frame : frame.that(fresh);
                    return Response.ok(new Screen(template, Map.of("frame", shown, "upgrade", upgrade)));
                })
                .orElseGet(() -> Response.status(Status.NOT_FOUND)
                        .entity(new Screen(
                                "missing.jte", Map.of("frame", Frame.of(Place.UPGRADES, "No such upgrade", session)))))
                .build();
    }

    private Optional<UpgradeScreen> find(String text, int events) {
        return parse(text)
                .flatMap(upgrades::find)
                .map(upgrade -> new UpgradeScreen(upgrade, upgrades.newestEvents(upgrade.id(), events), moments()));
    }

    private static Optional<UpgradeId> parse(String text) {
        try {
            return Optional.of(new UpgradeId(text));
        } catch (IllegalArgumentException noUpgradeHasSuchAnId) {
            return Optional.empty();
        }
    }

    private Moments moments() {
        return new Moments(ZoneId.systemDefault(), clock.instant());
    }
}
