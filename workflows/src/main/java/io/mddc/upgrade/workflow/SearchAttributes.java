package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.UnitPlan;
import io.temporal.common.SearchAttributeKey;
import java.util.List;

/** What the Temporal Web UI can filter by; the engine must know them before the first workflow starts. */
public final class SearchAttributes {
    public static final SearchAttributeKey<String> UPGRADE = SearchAttributeKey.forKeyword("UpgradeId");
    public static final SearchAttributeKey<String> INSTANCE = SearchAttributeKey.forKeyword("InstanceId");
    public static final SearchAttributeKey<String> COMPONENT = SearchAttributeKey.forKeyword("Component");
    public static final SearchAttributeKey<String> STEP = SearchAttributeKey.forKeyword("Step");
    public static final SearchAttributeKey<String> TARGET = SearchAttributeKey.forKeyword("TargetVersion");

    /** All of them, each of type Keyword. */
    public static final List<SearchAttributeKey<String>> ALL = List.of(UPGRADE, INSTANCE, COMPONENT, STEP, TARGET);

    private SearchAttributes() {}

    static io.temporal.common.SearchAttributes ofUpgrade(UpgradeId upgrade, Component component) {
        return io.temporal.common.SearchAttributes.newBuilder()
                .set(UPGRADE, upgrade.value())
                .set(COMPONENT, component.name())
                .build();
    }

    static io.temporal.common.SearchAttributes ofUnit(UpgradeId upgrade, UnitPlan plan) {
        return io.temporal.common.SearchAttributes.newBuilder()
                .set(UPGRADE, upgrade.value())
                .set(COMPONENT, plan.component().name())
                .set(INSTANCE, plan.instance().value())
                .set(TARGET, plan.to().value())
                .build();
    }
}
