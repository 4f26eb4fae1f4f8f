package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.ride.Combination;
import io.mddc.upgrade.lab.ride.RideCommand;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitState;
import java.time.Duration;
import java.util.List;

/** What a person does after a command that does not end an upgrade: resumes it, begins the unit anew. */
final class RideFollowUp {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** The upgrade says where a unit is a moment before its stage knows it. */
    private static final Duration KNOWN = Duration.ofSeconds(10);

    private final ControlCenterClient client;
    private final Cluster cluster;
    private final UpgradeId id;

    RideFollowUp(ControlCenterClient client, Cluster cluster, UpgradeId id) {
        this.client = client;
        this.cluster = cluster;
        this.id = id;
    }

    void of(Combination combination, LabInstance unit) {
        if (combination.isResumed()) {
            awaitPaused();
        }
        if (combination.isBegunAnew()) {
            beginAnew(unit);
        }
        if (combination.isResumed()) {
            send("resume");
        }
    }

    private void awaitPaused() {
        Waiting.until("PAUSED of upgrade " + id, LONGEST, () -> {
            var view = client.upgrade(id);
            requireGoesOn(view.path("state").asText());
            return view.path("state").asText().equals("PAUSED");
        });
    }

    private void requireGoesOn(String state) {
        if (state.equals("ENDED")) {
            throw new Waiting.NeverCame("PAUSED of upgrade " + id + ", which has ended", LONGEST);
        }
    }

    /** The host is repaired first. */
    private void beginAnew(LabInstance unit) {
        Waiting.until(unit.id() + " can be begun anew", LONGEST, () -> canBegin(unit.id()));
        cluster.makeGood(unit);
        send(RideCommand.RETRY.path(unit.id()));
    }

    private boolean canBegin(InstanceId unit) {
        return new UnitStory(client.upgrade(id), List.of())
                .state(unit)
                .filter(RideFollowUp::canBegin)
                .isPresent();
    }

    private static boolean canBegin(UnitState state) {
        return state.allows(UnitEvent.RETRY);
    }

    private void send(String command) {
        Waiting.until(
                command + " is taken", KNOWN, () -> client.tell(id, command).isTaken());
    }
}
