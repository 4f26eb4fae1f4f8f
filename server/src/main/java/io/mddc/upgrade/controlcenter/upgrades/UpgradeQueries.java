package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeView.UnitView;
import io.mddc.upgrade.run.UnitState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reading upgrades, for the API, the console and whoever else shows them. */
public interface UpgradeQueries {
    /** Something is being done in these. */
    List<UnitState> IN_WORK = Arrays.stream(UnitState.values())
            .filter(state -> state.isInWork() || state.step().isPresent())
            .toList();

    Optional<UpgradeView> find(UpgradeId id);

    /** Throws {@link UnknownUpgrade}. */
    default UpgradeView get(UpgradeId id) {
        return find(id).orElseThrow(() -> new UnknownUpgrade(id));
    }

    /** Throws for one that is not known. One that has ended gets no more lines. */
    default boolean hasEnded(UpgradeId id) {
        return get(id).outcome().isPresent();
    }

    /** Those something is being done to just now; their steps are left out. */
    default List<UnitView> unitsInWork(UpgradeId id) {
        return find(id).stream()
                .flatMap(upgrade -> upgrade.stages().stream())
                .flatMap(stage -> stage.units().stream())
                .filter(unit -> IN_WORK.contains(unit.state()))
                .toList();
    }

    /** What was forecast of one that has ended, as it was known at the end of each of its units; empty while it runs. */
    default List<ToldForecast> forecasts(UpgradeId id) {
        return List.of();
    }

    /** The one that holds the cluster. */
    Optional<UpgradeView> holder();

    /**
     * Newest first.
     *
     * @param after only older ones than this; empty from the newest
     */
    List<UpgradeView> list(Optional<UpgradeId> after, int limit);

    /**
     * Oldest first.
     *
     * @param after only later lines than this; 0 from the beginning
     */
    List<EventView> events(UpgradeId id, long after, int limit);

    /** Newest first. */
    List<EventView> newestEvents(UpgradeId id, int limit);
}
