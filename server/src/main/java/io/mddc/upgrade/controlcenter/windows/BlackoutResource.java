package io.mddc.upgrade.controlcenter.windows;

import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.rest.Cursor;
import io.mddc.upgrade.controlcenter.rest.Limit;
import io.mddc.upgrade.controlcenter.rest.Page;
import io.mddc.upgrade.window.Blackout;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The times in which no window is open. One is not changed: it is deleted, and another is made. */
@Path("/api/v1/blackouts")
@Produces(MediaType.APPLICATION_JSON)
public final class BlackoutResource {
    private final BlackoutDao blackouts;
    private final Runnable news;

    /**
     * @param news runs after each change
     */
    BlackoutResource(BlackoutDao blackouts, Runnable news) {
        this.blackouts = blackouts;
        this.news = news;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<StoredBlackout> list(
            @QueryParam("limit") @DefaultValue("100") Limit limit, @QueryParam("after") Optional<Cursor> after) {
        var read = blackouts.list(after.map(Cursor::number).orElse(0L), limit.andOne());
        return Page.of(read, limit, StoredBlackout::id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    public Response add(Blackout blackout) {
        long id = blackouts.insert(blackout.from(), blackout.to(), blackout.reason());
        news.run();
        return Response.status(Response.Status.CREATED)
                .entity(new StoredBlackout(id, blackout))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    public void delete(@PathParam("id") long id) {
        if (blackouts.delete(id) == 0) {
            throw new UnknownBlackout(id);
        }
        news.run();
    }
}
