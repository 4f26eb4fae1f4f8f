package io.mddc.upgrade.controlcenter.packages;

import io.dropwizard.auth.Auth;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.rest.Cursor;
import io.mddc.upgrade.controlcenter.rest.Limit;
import io.mddc.upgrade.controlcenter.rest.MalformedRequest;
import io.mddc.upgrade.controlcenter.rest.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/** The package store over HTTP. */
@Path("/api/v1/packages")
@Produces(MediaType.APPLICATION_JSON)
public final class PackageResource {
    private final Packages packages;
    private final PackageDao dao;
    private final PackageUse use;

    public PackageResource(Packages packages, PackageDao dao, PackageUse use) {
        this.packages = packages;
        this.dao = dao;
        this.use = use;
    }

    /** 201 for a new package, 200 when the store has the same bytes already. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Roles.ADMIN)
    public Response add(
            @Auth Caller caller,
            @QueryParam("fileName") Optional<String> fileName,
            @QueryParam("sha256") Optional<Sha256> sha256,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) OptionalLong length,
            InputStream body) {
        var name = fileName.orElseThrow(() -> new MalformedRequest(
                "The query parameter fileName is missing: name the file, such as md-core_5.17.0-1_amd64.deb."));
        var added = packages.add(new Upload(name, sha256, length.orElse(-1), caller.name()), body);
        var response = added.isNew() ? Response.created(location(added.stored())) : Response.ok();
        return response.entity(added.stored()).build();
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<StoredPackage> list(
            @QueryParam("limit") @DefaultValue("100") Limit limit, @QueryParam("after") Optional<Cursor> after) {
        var read = dao.list(after.map(Cursor::key).orElse(""), limit.andOne());
        return Page.of(read, limit, stored -> stored.file().digest());
    }

    @GET
    @Path("/{sha256}")
    @RolesAllowed(Roles.VIEWER)
    public StoredPackage find(@PathParam("sha256") Sha256 digest) {
        return dao.find(digest).orElseThrow(() -> new UnknownPackage(digest));
    }

    @DELETE
    @Path("/{sha256}")
    @RolesAllowed(Roles.ADMIN)
    public void delete(@PathParam("sha256") Sha256 digest) {
        use.neededBy(digest).ifPresent(upgrade -> {
            throw new PackageInUse(digest, upgrade);
        });
        packages.delete(digest);
    }

    @GET
    @Path("/{sha256}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Roles.VIEWER, Roles.WORKER})
    public Response content(
            @PathParam("sha256") Sha256 digest,
            @HeaderParam("Range") Optional<String> range,
            @HeaderParam("If-Range") Optional<String> ifRange,
            @Context Request request) {
        var file = find(digest).file();
        var unchanged = request.evaluatePreconditions(new EntityTag(digest.value()));
        if (unchanged != null) {
            return unchanged.build();
        }
        var same = ifRange.map(tag -> tag.equals("\"" + digest + "\"")).orElse(true);
        return new PackageContent(packages.path(digest), digest, file.bytes()).answer(range.filter(any -> same));
    }

    private static URI location(StoredPackage stored) {
        return URI.create("/api/v1/packages/" + stored.file().digest());
    }
}
