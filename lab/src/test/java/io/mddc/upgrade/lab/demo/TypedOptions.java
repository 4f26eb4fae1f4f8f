package io.mddc.upgrade.lab.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** Options as somebody types them. */
final class TypedOptions {
    private TypedOptions() {}

    /** The files that the options name by default. */
    static void writePolicy(Path home) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/lab-policy.yml"), "");
    }

    static CommandLine commandLine(Path home, StringWriter said) {
        return DemoMain.commandLine(home).setErr(new PrintWriter(said));
    }

    static DemoRequest parsed(Path home, String... arguments) {
        var options = new DemoOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("options", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .parseArgs(arguments);
        return options.checked(home);
    }
}
