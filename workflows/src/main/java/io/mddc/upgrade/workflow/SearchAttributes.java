package io.mddc.upgrade.workflow;

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
}
