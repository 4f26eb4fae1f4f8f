package io.mddc.upgrade.controlcenter.terminal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The workers. */
@Command(
        name = "workers",
        description = "Enrols and lists the workers on the hosts.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {WorkersCommand.Enrol.class, WorkersCommand.Listing.class})
final class WorkersCommand {
    /** Makes a host's credential; a former one ends. */
    @Command(
            name = "enrol",
            description = {
                "Prints a new credential for the worker of a host, nothing else: put it into the file that",
                "worker.yml names at controlCenter.credentialFile. A former one no longer works."
            })
    static final class Enrol extends ServerCommand {
        @Parameters(paramLabel = "HOST", description = "As worker.yml names it")
        private String host = "";

        @Override
        public Integer call() {
            var answer = connect()
                    .post(
                            "/workers",
                            Json.write(Map.of("host", host)),
                            UUID.randomUUID().toString());
            print(answer, given -> List.of(given.path("token").asText()));
            return ExitStatus.DONE;
        }
    }

    /** Lists them with what they reported last. */
    @Command(name = "list", description = "Lists the workers with what they reported last.")
    static final class Listing extends ServerCommand {
        @Override
        public Integer call() {
            var columns = List.of("host", "version", "load", "silent", "openInstalls", "lastReport");
            print(connect().get("/workers"), answer -> Columns.table(answer, columns));
            return ExitStatus.DONE;
        }
    }
}
