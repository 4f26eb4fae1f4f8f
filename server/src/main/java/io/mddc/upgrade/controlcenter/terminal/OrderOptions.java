package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an upgrade shall do: the same options to start it and to look at its plan. */
final class OrderOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @ArgGroup(exclusive = false, multiplicity = "1..*")
    private List<Target> targets = new ArrayList<>();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Only instances on this host; repeatable. Default: all")
    private List<String> hosts = List.of();

    @Option(
            names = "--policy",
            paramLabel = "KEY=VALUE",
            description = "A key of policy.yml for this upgrade, such as soak.unit=PT10M; repeatable")
    private Map<String, String> policy = new TreeMap<>();

    /** What to upgrade to which version. */
    static final class Target {
        @Option(names = "--component", required = true, paramLabel = "COMPONENT", description = "Such as CORE")
        private String component = "";

        @Option(names = "--version", required = true, paramLabel = "VERSION", description = "Such as 5.17.0-1")
        private String version = "";

        private Map<String, String> toJson() {
            return Map.of("component", component.toUpperCase(Locale.ROOT).replace('-', '_'), "version", version);
        }
    }

    /** As {@code POST /upgrades} and {@code POST /plans} take it. */
    JsonNode body() {
        return Json.write(Map.of(
                "targets", targets.stream().map(Target::toJson).toList(),
                "hosts", hosts,
                "policy", policyKeys()));
    }

    /** As {@code POST /upgrades} takes it when it has a time. */
    JsonNode body(String start) {
        return ((ObjectNode) body()).put("start", start);
    }

    private JsonNode policyKeys() {
        try {
            return PolicyKeys.nested(policy);
        } catch (PolicyKeys.ContradictingKeys contradiction) {
            throw new ParameterException(command.commandLine(), contradiction.sentence());
        }
    }
}
