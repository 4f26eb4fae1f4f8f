package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.ride.Combination;
import java.util.List;

/**
 * One upgrade of the ride.
 *
 * @param unit to whose step the command comes
 * @param units all of the upgrade
 */
record RideOrder(Combination combination, LabInstance unit, List<LabInstance> units, Version target) {
    RideOrder {
        units = List.copyOf(units);
    }

    /** Too many failures wait for a person, who is the lab here. A fault that shows in the soak needs 4 s of it. */
    JsonNode request() {
        var request = JsonNodeFactory.instance.objectNode();
        request.putArray("targets")
                .addObject()
                .put("component", Component.CORE.name())
                .put("version", target.value());
        var hosts = request.putArray("hosts");
        units.forEach(each -> hosts.add(each.host().value()));
        var policy = request.putObject("policy").put("whenSpent", "PAUSE");
        var soak = combination.goesBack() ? "PT5S" : "PT2S";
        policy.putObject("soak").put("canary", soak).put("unit", "PT2S").put("poll", "PT0.5S");
        return request;
    }
}
