package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.rest.Refusal;
import io.mddc.upgrade.controlcenter.settings.SettingDocuments;
import io.mddc.upgrade.plan.Finding;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The product's settings: shown to everybody who may sign in, changed by whom REST lets change them. */
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
@SignedIn
public final class SettingPagesResource {
    private final SettingDocuments settings;
    private final Supplier<List<Finding>> unread;
    private final InstantSource clock;

    /**
     * @param unread what a plan would say of settings that are not watched
     */
    SettingPagesResource(SettingDocuments settings, Supplier<List<Finding>> unread, InstantSource clock) {
        this.settings = settings;
        this.unread = unread;
        this.clock = clock;
    }

    @GET
    @PermitAll
    public Screen show(@Context ContainerRequestContext request) {
        return screen(SessionFilter.of(request), Optional.empty());
    }

    /** Where a form was refused, for somebody who loads that address again. */
    @GET
    @Path("/{name}")
    @PermitAll
    public Response show(@PathParam("name") SettingName name) {
        return Response.seeOther(page(name)).build();
    }

    /** A form cannot PUT; all the rest is as REST has it. A refusal keeps what was typed. */
    @POST
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    public Response change(
            @PathParam("name") SettingName name,
            @BeanParam SettingForm form,
            @Context ContainerRequestContext request) {
        var session = SessionFilter.of(request);
        if (!session.gave(form.csrf())) {
            return SignInResource.tooOld();
        }
        try {
            settings.put(name, form.sent(settings, session.name()));
            return Response.seeOther(page(name)).build();
        } catch (Refusal refused) {
            var attempt = new Attempt(name, form.document(), refused.detail());
            return Response.status(refused.status())
                    .entity(screen(session, Optional.of(attempt)).refusing(refused.detail()))
                    .build();
        }
    }

    private static URI page(SettingName name) {
        return URI.create("/settings#" + name.word());
    }

    private Screen screen(Session session, Optional<Attempt> attempt) {
        var moments = new Moments(ZoneId.systemDefault(), clock.instant());
        var shown = new SettingsScreen(settings.list(), attempt, session.caller(), moments);
        var frame = Frame.of(Place.SETTINGS, Place.SETTINGS.title(), session);
        return new Screen("settings.jte", Map.of("frame", frame, "settings", shown, "unread", unread.get()));
    }
}
