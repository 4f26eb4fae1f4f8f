package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.fault.FaultKind;
import io.mddc.upgrade.lab.fault.FaultOrder;
import java.util.HashSet;
import java.util.List;

/** What {@code --red-hat} says, and what cannot be with it; throws with what is allowed. */
final class RedHatHosts {
    private RedHatHosts() {}

    static DemoRequest.Shape in(DemoRequest.Shape shape, List<String> names) {
        var hosts = shape.hosts();
        var chosen = new HashSet<>(hosts);
        chosen.removeIf(host -> !names.contains(host.value()));
        for (var name : names) {
            if (hosts.stream().noneMatch(host -> host.value().equals(name))) {
                throw new UnusableSetting("--red-hat is '%s': allowed is %s to %s"
                        .formatted(name, hosts.get(0), hosts.get(hosts.size() - 1)));
            }
        }
        return new DemoRequest.Shape(shape.cores(), shape.gateways(), chosen);
    }

    /** The lab's packages ask for a reboot as Debian's do. */
    static List<FaultOrder> requireShown(List<FaultOrder> orders, DemoRequest.Shape shape) {
        boolean isAsked = orders.stream().anyMatch(order -> order.kind() == FaultKind.NEEDS_REBOOT);
        if (isAsked && !shape.redHat().isEmpty()) {
            throw new UnusableSetting("--bad needs-reboot goes without --red-hat: the lab's packages ask for a reboot"
                    + " in a way that dnf does not know");
        }
        return orders;
    }
}
