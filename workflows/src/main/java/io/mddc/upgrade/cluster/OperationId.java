package io.mddc.upgrade.cluster;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The key of one mutating effect, {@code <upgradeId>/<instanceId>/<n>}: whatever dies and is repeated, the effect with this
 * key happens once.
 */
public record OperationId(UpgradeId upgrade, InstanceId instance, int n) {
    public OperationId {
        checkArgument(n >= 1, "operation number is %s, it starts at 1", n);
    }

    @JsonCreator
    public static OperationId parse(String value) {
        var parts = value.split("/", -1);
        checkArgument(
                parts.length == 3 && parts[2].matches("[1-9][0-9]{0,5}"),
                "'%s' is not an operation id: allowed is <upgradeId>/<instanceId>/<n>",
                value);
        return new OperationId(new UpgradeId(parts[0]), new InstanceId(parts[1]), Integer.parseInt(parts[2]));
    }

    @JsonValue
    @Override
    public String toString() {
        return upgrade + "/" + instance + "/" + n;
    }
}
