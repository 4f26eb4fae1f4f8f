package io.mddc.upgrade.eta;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Of a whole upgrade.
 *
 * @param stages in their order, those that are not over
 */
public record UpgradeEta(Eta whole, List<StageEta> stages) {
    public UpgradeEta {
        stages = List.copyOf(stages);
    }

    /**
     * @param units those that are not over
     */
    public record StageEta(Component component, Eta whole, Map<InstanceId, Eta> units) {
        public StageEta {
            units = Map.copyOf(units);
        }
    }

    /** Empty when the stage is over. */
    public Optional<StageEta> of(Component component) {
        return stages.stream().filter(stage -> stage.component() == component).findFirst();
    }
}
