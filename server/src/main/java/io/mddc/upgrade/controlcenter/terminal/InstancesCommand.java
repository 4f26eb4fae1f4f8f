package io.mddc.upgrade.controlcenter.terminal;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The inventory. */
@Command(
        name = "instances",
        description = {
            "Lists the instances that workers report, and those that people state because no worker is on their host."
        },
        subcommands = {InstancesCommand.State.class, InstancesCommand.Remove.class})
final class InstancesCommand extends ServerCommand {
    @Override
    public Integer call() {
        var columns = List.of(
                "id", "component", "host", "installed", "running", "health", "isolatedBy", "statedBy", "lastReport");
        print(connect().get("/instances"), answer -> Columns.table(answer, columns));
        return ExitStatus.DONE;
    }

    /** Puts one in. */
    @Command(
            name = "state",
            description = {
                "States an instance on a host that has no worker of ours, or states it anew. A person installs there;",
                "the worker of another host asks it."
            })
    static final class State extends ServerCommand {
        @Parameters(paramLabel = "ID", description = "Such as identity-1")
        private String id = "";

        @Option(
                names = "--component",
                required = true,
                paramLabel = "COMPONENT",
                description = "WORKER, CONTROL_CENTER, IDENTITY_SERVICE or FILE_STORAGE")
        private String component = "";

        @Option(names = "--host", required = true, paramLabel = "HOST", description = "Its name")
        private String host = "";

        @Option(
                names = "--platform",
                required = true,
                paramLabel = "FORMAT/MACHINE",
                description = "What the host installs: DEB/x86_64, RPM/x86_64, MSI/x86_64")
        private String platform = "";

        @Option(
                names = "--url",
                required = true,
                paramLabel = "URL",
                description = "Where it answers, as the host that asks reaches it")
        private String url = "";

        @Option(
                names = "--installed",
                required = true,
                paramLabel = "VERSION",
                description = "The whole version that is installed, such as 2.5.0-1")
        private String installed = "";

        @Override
        public Integer call() {
            var body = Json.write(Map.of(
                    "component",
                    component,
                    "host",
                    host,
                    "platform",
                    platform,
                    "address",
                    url,
                    "installed",
                    installed));
            print(
                    connect().send("PUT", "/instances/" + ControlCenterClient.encode(id), body),
                    stated -> List.of("Instance " + stated.path("id").asText() + " is stated by "
                            + stated.path("statedBy").asText() + "."));
            return ExitStatus.DONE;
        }
    }

    /** Takes one away. */
    @Command(name = "remove", description = "Removes an instance that was stated.")
    static final class Remove extends RemovingCommand {
        @Override
        public Integer call() {
            return remove("/instances", "Instance");
        }
    }
}
