package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts an upgrade. */
@Command(
        name = "start",
        description = {
            "Starts an upgrade.",
            "Its packages are uploaded before (mddc-upgrade packages upload).",
            "Example: mddc-upgrade start --component CORE --version 5.17.0-1 --watch"
        })
final class StartCommand extends ServerCommand {
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

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "Idempotency-Key: the same key starts one upgrade, however often it is sent. Default: a new one")
    private String key = UUID.randomUUID().toString();

    @Option(names = "--watch", description = "Watch it until it ends")
    private boolean watch;

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

    @Override
    public Integer call() {
        var server = connect();
        var body = Json.write(Map.of(
                "targets", targets.stream().map(Target::toJson).toList(),
                "hosts", hosts,
                "policy", policyKeys()));
        var answer = server.post("/upgrades", body, key);
        var id = Json.read(answer, UpgradeView.class).id();
        if (watch) {
            return new UpgradeWatch(server, display()).run(id);
        }
        print(answer, any -> List.of("Upgrade " + id + " is started: mddc-upgrade watch " + id));
        return ExitStatus.DONE;
    }

    private JsonNode policyKeys() {
        try {
            return PolicyKeys.nested(policy);
        } catch (PolicyKeys.ContradictingKeys contradiction) {
            throw usage(contradiction.sentence());
        }
    }

    private WatchDisplay display() {
        return WatchDisplay.create(isJson(), out());
    }
}
