package io.mddc.upgrade.controlcenter.emergency;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Strings;
import io.dropwizard.auth.Auth;
import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.hold.EmergencyStops;
import io.mddc.upgrade.controlcenter.hold.StopRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One switch: an operator may set it, an administrator alone releases it. Both do it once, however often they say it. */
@Path("/api/v1/emergency-stop")
@Produces(MediaType.APPLICATION_JSON)
public final class EmergencyStopResource {
    private final EmergencyStops stops;
    private final Runnable whenChanged;

    /**
     * @param whenChanged brings it to the workflows, without waiting for them
     */
    public EmergencyStopResource(EmergencyStops stops, Runnable whenChanged) {
        this.stops = stops;
        this.whenChanged = whenChanged;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    public StopView show() {
        return StopView.of(stops.newest());
    }

    /** From the answer on no permit is granted. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    public StopView set(@Auth Caller caller, Why why) {
        var stop = stops.set(caller.name(), why.reason());
        whenChanged.run();
        return StopView.of(Optional.of(stop));
    }

    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    public StopView release(@Auth Caller caller, Why why) {
        var stop = stops.release(caller.name(), why.reason());
        whenChanged.run();
        return StopView.of(stop);
    }

    /** Nobody stops or releases everything without saying why. */
    public record Why(String reason) {
        private static final int LONGEST = 500;

        public Why(@Nullable String reason) {
            this.reason = Strings.nullToEmpty(reason).strip();
            checkArgument(!this.reason.isEmpty(), "reason is missing: say why, for those who read it later");
            checkArgument(
                    this.reason.length() <= LONGEST,
                    "reason has %s characters: allowed is %s",
                    this.reason.length(),
                    LONGEST);
        }
    }

    /**
     * @param stopped it is set; otherwise the rest is about the last one, if there was any
     */
    public record StopView(
            boolean stopped,
            String sentence,
            Optional<String> by,
            Optional<String> reason,
            Optional<Instant> since,
            Optional<String> releasedBy,
            Optional<String> releaseReason,
            Optional<Instant> releasedAt) {
        static StopView of(Optional<StopRow> stop) {
            return new StopView(
                    stop.filter(row -> row.releasedAt().isEmpty()).isPresent(),
                    stop.map(StopRow::sentence).orElse("There was no emergency stop."),
                    stop.map(StopRow::stoppedBy),
                    stop.map(StopRow::reason),
                    stop.map(StopRow::since),
                    stop.flatMap(StopRow::releasedBy),
                    stop.flatMap(StopRow::releaseReason),
                    stop.flatMap(StopRow::releasedAt));
        }
    }
}
