package io.mddc.upgrade.controlcenter.upgrades.live;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.upgrades.Seq;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Where in which run log a request's stream begins. */
public final class StreamPlace {
    private final UpgradeId upgrade;
    private final Seq after;

    /**
     * @param last what a client whose stream was broken has; newer than what its query says
     */
    public StreamPlace(
            @PathParam("id") UpgradeId upgrade,
            @HeaderParam("Last-Event-ID") Optional<Seq> last,
            @QueryParam("after") @DefaultValue("0") Seq after) {
        this.upgrade = upgrade;
        this.after = last.orElse(after);
    }

    UpgradeId upgrade() {
        return upgrade;
    }

    long after() {
        return after.value();
    }
}
