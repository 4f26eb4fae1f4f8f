package io.mddc.upgrade.controlcenter.inventory;

import io.dropwizard.auth.Auth;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.audit.Routine;
import io.mddc.upgrade.controlcenter.rest.InvalidRequest;
import io.mddc.upgrade.controlcenter.rest.Page;
import io.mddc.upgrade.protocol.WorkerReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The hosts, and where their workers report. */
@Path("/api/v1/workers")
@Produces(MediaType.APPLICATION_JSON)
public final class WorkerResource {
    private final InventoryDao dao;
    private final Inventory inventory;
    private final Consumer<WorkerReport> listener;

    /**
     * @param listener gets each report that was taken
     */
    public WorkerResource(InventoryDao dao, Inventory inventory, Consumer<WorkerReport> listener) {
        this.dao = dao;
        this.inventory = inventory;
        this.listener = listener;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<WorkerView> list() {
        return Page.whole(dao.listWorkers()).map(this::view);
    }

    @POST
    @Path("/{host}/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.WORKER)
    @Routine
    public void report(@Auth Caller caller, @PathParam("host") HostId host, WorkerReport report) {
        caller.speaksFor(host);
        if (!report.host().equals(host)) {
            throw new InvalidRequest("host is " + report.host() + ", but the report was sent to " + host + ".");
        }
        inventory.take(report);
        listener.accept(report);
    }

    private WorkerView view(WorkerRow row) {
        return new WorkerView(
                row.host(),
                row.version(),
                row.loadAverage(),
                row.memoryFree(),
                row.diskFree(),
                row.lastReport(),
                inventory.isSilent(row.lastReport()),
                row.openInstalls());
    }

    /**
     * @param load the host's one-minute load average
     * @param memoryFree bytes
     * @param diskFree bytes free where packages are kept
     * @param silent its last report is older than it should be
     */
    public record WorkerView(
            HostId host,
            String version,
            double load,
            long memoryFree,
            long diskFree,
            Instant lastReport,
            boolean silent,
            List<OperationId> openInstalls) {}
}
