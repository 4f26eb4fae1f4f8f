package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Turns a request into a plan. Pure: the same request, cluster and policy give the same plan.
 *
 * <ol>
 *   <li>Each target becomes a stage, in the order of the policy.
 *   <li>A stage has one unit for each instance of its component on the hosts asked for that does not have the version yet,
 *       in the order people count them.
 *   <li>Its minimum is the policy's, otherwise all instances but one.
 *   <li>Whatever stands in the way is a finding: a blocking one stops the start before anything is touched.
 * </ol>
 */
public final class UpgradePlanner {
    public UpgradePlan plan(UpgradeRequest request, ClusterView cluster, Policy policy) {
        var findings = new ArrayList<Finding>();
        var known = cluster.hostsOfInstances();
        request.hosts().stream()
                .filter(host -> !known.contains(host))
                .map(UpgradePlanner::unknownHost)
                .forEach(findings::add);
        findings.addAll(PolicyFindings.of(policy));
        var stages = new ArrayList<StagePlan>();
        var hosts = Set.copyOf(request.hosts());
        for (var target : inOrder(request, policy)) {
            var stage = new StagePlanner(target, hosts, cluster, policy);
            stage.plan().ifPresent(stages::add);
            findings.addAll(stage.findings());
        }
        findings.addAll(new VersionFindings(cluster, stages).find());
        findings.addAll(new SettingFindings(cluster).find());
        return new UpgradePlan(stages, findings, policy);
    }

    private static Finding unknownHost(HostId host) {
        return new Finding(
                Finding.Code.UNKNOWN_HOST,
                "No instance is known on host " + host + ".",
                "Check its name in the inventory, and that its worker reports.");
    }

    private static List<Target> inOrder(UpgradeRequest request, Policy policy) {
        return request.targets().stream()
                .sorted(Comparator.comparing(target -> policy.order().indexOf(target.component())))
                .toList();
    }

    static boolean isWanted(Instance instance, Set<HostId> hosts) {
        return hosts.isEmpty() || hosts.contains(instance.host());
    }
}
