package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.Finding.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many instances of a stage's component stay active whatever happens, and what is noticed about that. */
final class StageMinimum {
    private final Component component;
    private final ClusterView cluster;
    private final Policy policy;

    StageMinimum(Component component, ClusterView cluster, Policy policy) {
        this.component = component;
        this.cluster = cluster;
        this.policy = policy;
    }

    /** Never below what the product itself asks for; none where the whole system is down anyway. */
    int active() {
        return policy.needsMaintenance(component) ? 0 : Math.max(ofProduct(), ofPolicy());
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        int instances = cluster.of(component).size();
        if (instances == 1) {
            onlyOne().ifPresent(findings::add);
        }
        if (instances > 1 && policy.minimumActive().containsKey(component) && ofPolicy() < ofProduct()) {
            findings.add(belowHealthCheck());
        }
        int seen = cluster.seen(component);
        if (seen > 1 && active() > seen - 1) {
            findings.add(new Finding(
                    Code.MINIMUM_NOT_SATISFIABLE,
                    "%s is %d of %d, so none may ever go.".formatted(key(), active(), seen),
                    "Lower it to %d or less.".formatted(seen - 1)));
        }
        return findings;
    }

    /** Only of what clients need at every moment: Cores and gateways. */
    private Optional<Finding> onlyOne() {
        return switch (component) {
            case CORE ->
                Optional.of(new Finding(
                        Code.ONLY_ONE_INSTANCE,
                        "There is only one %s: nothing scans while it is upgraded.".formatted(component.title()),
                        "Add a second one first."));
            case API_GATEWAY ->
                Optional.of(new Finding(
                        Code.ONLY_ONE_GATEWAY,
                        "There is only one %s: while it is upgraded no client can submit a file, fetch a result or download."
                                .formatted(component.title()),
                        "Add a second one, or tell the clients."));
            case CONTROL_CENTER, IDENTITY_SERVICE, WORKER, FILE_STORAGE -> Optional.empty();
        };
    }

    private Finding belowHealthCheck() {
        return new Finding(
                Code.MINIMUM_BELOW_HEALTH_CHECK,
                "minimumActive.%s is %d; with fewer than %d active the product's own Health check refuses files, so %d stay."
                        .formatted(component, ofPolicy(), ofProduct(), ofProduct()),
                "Set it to %d, or change the Health check first.".formatted(ofProduct()));
    }

    private int ofProduct() {
        return cluster.minimumActive(component);
    }

    private int ofPolicy() {
        return policy.minimumOf(component, cluster.seen(component));
    }

    /** Where the number comes from. */
    private String key() {
        return active() > ofPolicy() ? "The Health check's minimumActiveCores" : "minimumActive." + component;
    }
}
