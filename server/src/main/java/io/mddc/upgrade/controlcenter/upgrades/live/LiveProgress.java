package io.mddc.upgrade.controlcenter.upgrades.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.hold.EngineSilent;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeQueries;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeView.UnitView;
import io.mddc.upgrade.run.WorkInProgress;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Live numbers: what the activities of units in work told the engine last, asked for only while somebody watches. Done again
 * and again on a thread that nothing else needs, so an engine that does not answer costs the numbers and nothing more.
 */
public final class LiveProgress implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(LiveProgress.class);

    private final UpgradeQueries upgrades;
    private final Heartbeats heartbeats;
    private final EventStreams streams;
    private final ObjectMapper json;

    public LiveProgress(UpgradeQueries upgrades, Heartbeats heartbeats, EventStreams streams, ObjectMapper json) {
        this.upgrades = upgrades;
        this.heartbeats = heartbeats;
        this.streams = streams;
        this.json = json;
    }

    @Override
    public void run() {
        try {
            streams.watched().forEach(this::tell);
        } catch (EngineSilent | JdbiException notNow) {
            log.debug("There are no live numbers at the moment", notNow);
        }
    }

    private void tell(UpgradeId upgrade) {
        for (var unit : upgrades.unitsInWork(upgrade)) {
            heartbeats
                    .latest(upgrade, unit.instance())
                    .flatMap(details -> view(unit, details))
                    .ifPresent(view -> streams.passing(upgrade, "live", view));
        }
    }

    /** Workers may be newer: what is neither text nor work in progress is not shown. */
    private Optional<LiveView> view(UnitView unit, JsonNode details) {
        if (details.isTextual()) {
            return Optional.of(LiveView.saying(unit.instance(), unit.step(), details.asText()));
        }
        if (!details.path("count").isInt()) {
            return Optional.empty();
        }
        var left = json.convertValue(details, WorkInProgress.class);
        return Optional.of(LiveView.draining(unit.instance(), unit.step(), left));
    }
}
