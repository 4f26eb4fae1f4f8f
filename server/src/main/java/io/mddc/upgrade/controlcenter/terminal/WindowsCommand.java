package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The maintenance windows. */
@Command(
        name = "windows",
        description = "Lists, adds and removes maintenance windows, and shows when one opens.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            WindowsCommand.Listing.class,
            WindowsCommand.Add.class,
            WindowsCommand.Remove.class,
            WindowsCommand.Openings.class
        })
final class WindowsCommand {
    /** Lists them. */
    @Command(name = "list", description = "Lists the maintenance windows.")
    static final class Listing extends ServerCommand {
        @Override
        public Integer call() {
            var columns = List.of("id", "name", "zone", "recurrence", "duration");
            print(connect().get("/windows"), answer -> Columns.table(answer, columns));
            return ExitStatus.DONE;
        }
    }

    /** Makes one. */
    @Command(
            name = "add",
            description = {
                "Adds a maintenance window. It opens when the clock of its zone comes to that time, and is open for the",
                "whole duration, over midnight and whatever the clock does."
            })
    static final class Add extends ServerCommand {
        @Parameters(paramLabel = "NAME", description = "For people")
        private String name = "";

        @Option(names = "--zone", required = true, paramLabel = "ZONE", description = "Such as Europe/Berlin")
        private String zone = "";

        @Option(names = "--duration", required = true, paramLabel = "DURATION", description = "Such as PT6H")
        private String duration = "";

        @Option(
                names = "--at",
                paramLabel = "TIME",
                description = "The time of the day, such as 22:00; with all but --once")
        private String at = "";

        @ArgGroup(multiplicity = "1")
        private RecurrenceOptions recurrence = new RecurrenceOptions();

        @Override
        public Integer call() {
            var body = Json.write(
                    Map.of("name", name, "zone", zone, "duration", duration, "recurrence", recurrence.toJson(at)));
            var server = connect();
            var added = server.post("/windows", body, UUID.randomUUID().toString());
            print(
                    added,
                    any -> List.of("Window " + any.path("id").asText() + " is added. When it opens: "
                            + "mddc-upgrade windows openings " + any.path("id").asText()));
            return ExitStatus.DONE;
        }
    }

    /** Takes one away. */
    @Command(name = "remove", description = "Removes a maintenance window.")
    static final class Remove extends RemovingCommand {
        @Override
        public Integer call() {
            return remove("/windows", "Window");
        }
    }

    /** When one opens. */
    @Command(name = "openings", description = "Shows when a window opens next, as blackouts leave it.")
    static final class Openings extends ServerCommand {
        @Parameters(paramLabel = "ID", description = "As list shows it")
        private String id = "";

        @Option(names = "--count", paramLabel = "N", defaultValue = "10", description = "Default: ${DEFAULT-VALUE}")
        private String count = "";

        @Override
        public Integer call() {
            var path = "/windows/" + ControlCenterClient.encode(id) + "/openings?count="
                    + ControlCenterClient.encode(count);
            print(connect().get(path), Openings::lines);
            return ExitStatus.DONE;
        }

        private static List<String> lines(JsonNode answer) {
            var columns = List.of("localOpens", "localCloses", "zone");
            return answer.path("items").isEmpty()
                    ? List.of("It does not open within two years.")
                    : Columns.table(answer, columns);
        }
    }
}
