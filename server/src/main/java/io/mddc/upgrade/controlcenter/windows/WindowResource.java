package io.mddc.upgrade.controlcenter.windows;

import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.rest.Cursor;
import io.mddc.upgrade.controlcenter.rest.Limit;
import io.mddc.upgrade.controlcenter.rest.Page;
import io.mddc.upgrade.window.MaintenanceWindow;
import io.mddc.upgrade.window.WindowCalendar;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The maintenance windows. A change with {@code If-Match} is made only to what the caller has seen. */
@Path("/api/v1/windows")
@Produces(MediaType.APPLICATION_JSON)
public final class WindowResource {
    private final WindowDao windows;
    private final BlackoutDao blackouts;
    private final Clock clock;
    private final Runnable news;

    /**
     * @param news runs after each change
     */
    WindowResource(WindowDao windows, BlackoutDao blackouts, Clock clock, Runnable news) {
        this.windows = windows;
        this.blackouts = blackouts;
        this.clock = clock;
        this.news = news;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<StoredWindow> list(
            @QueryParam("limit") @DefaultValue("100") Limit limit, @QueryParam("after") Optional<Cursor> after) {
        var read = windows.list(after.map(Cursor::number).orElse(0L), limit.andOne());
        return Page.of(read, limit, StoredWindow::id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    public Response add(MaintenanceWindow window) {
        long id = windows.insert(window);
        news.run();
        return with(Response.created(URI.create("/api/v1/windows/" + id)), stored(id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    public Response find(@PathParam("id") long id) {
        return with(Response.ok(), stored(id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    public Response change(@PathParam("id") long id, @Context Request request, MaintenanceWindow window) {
        var former = stored(id);
        var isOther = request.evaluatePreconditions(tag(former)) != null;
        if (isOther || windows.update(id, former.version(), window) == 0) {
            throw new WindowChanged(id);
        }
        news.run();
        return with(Response.ok(), new StoredWindow(id, window, former.version() + 1));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    public void delete(@PathParam("id") long id) {
        if (windows.delete(id) == 0) {
            throw new UnknownWindow(id);
        }
        news.run();
    }

    /** Those that are open or come next, as blackouts leave them. */
    @GET
    @Path("/{id}/openings")
    @RolesAllowed(Roles.VIEWER)
    public Page<OpeningView> openings(
            @PathParam("id") long id, @QueryParam("count") @DefaultValue("10") OpeningCount count) {
        var alone = new WindowCalendar(
                List.of(stored(id).definition()),
                blackouts.listAll().stream().map(StoredBlackout::blackout).toList());
        return Page.whole(alone.openings(clock.instant())
                .limit(count.value())
                .map(OpeningView::of)
                .toList());
    }

    private StoredWindow stored(long id) {
        return windows.find(id).orElseThrow(() -> new UnknownWindow(id));
    }

    private static Response with(Response.ResponseBuilder answer, StoredWindow window) {
        return answer.entity(window).tag(tag(window)).build();
    }

    private static EntityTag tag(StoredWindow window) {
        return new EntityTag(Long.toString(window.version()));
    }
}
