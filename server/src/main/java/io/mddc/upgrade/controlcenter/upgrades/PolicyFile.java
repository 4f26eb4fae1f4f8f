package io.mddc.upgrade.controlcenter.upgrades;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mddc.upgrade.controlcenter.rest.InvalidRequest;
import io.mddc.upgrade.controlcenter.rest.JsonProblems;
import io.mddc.upgrade.plan.Policy;

/** The installation's policy, and what it becomes when a request overrides single keys of it. */
public final class PolicyFile {
    private static final String KEY = "policy";

    private final ObjectNode installation;
    private final ObjectMapper strict;

    /**
     * @param installation the content of policy.yml
     * @param strict refuses unknown keys
     */
    public PolicyFile(ObjectNode installation, ObjectMapper strict) {
        this.installation = installation;
        this.strict = strict;
    }

    public Policy policy() {
        return read(installation);
    }

    Policy with(JsonNode overrides) {
        return read(merged(installation.deepCopy(), overrides, KEY));
    }

    private Policy read(ObjectNode tree) {
        try {
            return strict.treeToValue(tree, Policy.class);
        } catch (JsonMappingException unusable) {
            throw new InvalidRequest(KEY + "." + JsonProblems.sentence(unusable));
        } catch (JsonProcessingException unusable) {
            throw new InvalidRequest(KEY + ": " + unusable.getOriginalMessage());
        }
    }

    private static ObjectNode merged(ObjectNode base, JsonNode overrides, String path) {
        if (!(overrides instanceof ObjectNode changes)) {
            throw new InvalidRequest(path + " is " + overrides + ": allowed is an object with keys of policy.yml; leave"
                    + " out what stays as it is.");
        }
        for (var change : changes.properties()) {
            var key = change.getKey();
            if (change.getValue().isNull()) {
                throw new InvalidRequest(path + "." + key + " is null: leave the key out to keep the installation's.");
            }
            base.set(
                    key,
                    base.get(key) instanceof ObjectNode inner
                            ? merged(inner, change.getValue(), path + "." + key)
                            : change.getValue());
        }
        return base;
    }
}
