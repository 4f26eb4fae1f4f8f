package io.mddc.upgrade.controlcenter.terminal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The times in which no window is open. */
@Command(
        name = "blackouts",
        description = "Lists, adds and removes the times in which no maintenance window is open.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BlackoutsCommand.Listing.class, BlackoutsCommand.Add.class, BlackoutsCommand.Remove.class})
final class BlackoutsCommand {
    /** Lists them. */
    @Command(name = "list", description = "Lists the blackouts.")
    static final class Listing extends ServerCommand {
        @Override
        public Integer call() {
            var columns = List.of("id", "from", "to", "reason");
            print(connect().get("/blackouts"), answer -> Columns.table(answer, columns));
            return ExitStatus.DONE;
        }
    }

    /** Makes one. */
    @Command(name = "add", description = "Adds a blackout: it trims, splits or covers whatever windows open then.")
    static final class Add extends ServerCommand {
        @Option(
                names = "--from",
                required = true,
                paramLabel = "INSTANT",
                description = "Such as 2026-12-24T00:00:00+01:00")
        private String from = "";

        @Option(names = "--to", required = true, paramLabel = "INSTANT", description = "When it is over")
        private String to = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; those who wait see it")
        private String reason = "";

        @Override
        public Integer call() {
            var body = Json.write(Map.of("from", from, "to", to, "reason", reason));
            print(
                    connect().post("/blackouts", body, UUID.randomUUID().toString()),
                    added -> List.of("Blackout " + added.path("id").asText() + " is added."));
            return ExitStatus.DONE;
        }
    }

    /** Takes one away. */
    @Command(name = "remove", description = "Removes a blackout.")
    static final class Remove extends RemovingCommand {
        @Override
        public Integer call() {
            return remove("/blackouts", "Blackout");
        }
    }
}
