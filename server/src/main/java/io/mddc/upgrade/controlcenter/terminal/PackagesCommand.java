package io.mddc.upgrade.controlcenter.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The package store. */
@Command(
        name = "packages",
        description = "Uploads and lists packages.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PackagesCommand.Upload.class, PackagesCommand.Listing.class})
final class PackagesCommand {
    /** Uploads files; the same bytes again change nothing. */
    @Command(name = "upload", description = "Uploads package files, one after the other.")
    static final class Upload extends ServerCommand {
        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Such as md-core_5.17.0-1_amd64.deb")
        private List<Path> files = List.of();

        @Override
        public Integer call() {
            files.stream()
                    .filter(file -> !Files.isReadable(file) || !Files.isRegularFile(file))
                    .findFirst()
                    .ifPresent(file -> {
                        throw usage(file + " is no readable file");
                    });
            var server = connect();
            for (var file : files) {
                print(
                        server.upload(file),
                        answer -> List.of(file.getFileName() + " is stored: "
                                + answer.path("component").asText() + " "
                                + answer.path("version").asText()
                                + ", SHA-256 " + answer.path("digest").asText()));
            }
            return ExitStatus.DONE;
        }
    }

    /** Lists what is there. */
    @Command(name = "list", description = "Lists the packages in the store.")
    static final class Listing extends ServerCommand {
        @Override
        public Integer call() {
            var columns = List.of("fileName", "component", "version", "bytes", "digest", "uploadedAt");
            print(connect().get("/packages"), answer -> Columns.table(answer, columns));
            return ExitStatus.DONE;
        }
    }
}
