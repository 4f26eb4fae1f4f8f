package io.mddc.upgrade.controlcenter.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.auth.Auth;
import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.rest.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The product's settings. Each is one document, read and written whole. */
@Path("/api/v1/settings")
@Produces(MediaType.APPLICATION_JSON)
public final class SettingsResource {
    private final SettingDocuments settings;

    public SettingsResource(SettingDocuments settings) {
        this.settings = settings;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<SettingView> list() {
        return Page.whole(settings.list());
    }

    @GET
    @Path("/{name}")
    @RolesAllowed(Roles.VIEWER)
    public Response show(@PathParam("name") SettingName name) {
        return answer(settings.get(name));
    }

    /** 423 while an upgrade holds the cluster; with If-Match only what was read is replaced, else 412. */
    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    public Response put(
            @Auth Caller caller,
            @PathParam("name") SettingName name,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            JsonNode document) {
        return answer(settings.put(name, new SettingDocuments.Sent(document, ifMatch, caller.name())));
    }

    private static Response answer(SettingView view) {
        return Response.ok(view).tag(new EntityTag(view.digest().value())).build();
    }
}
