package io.mddc.upgrade.controlcenter.engine;

import io.mddc.upgrade.workflow.SearchAttributes;
import io.temporal.common.SearchAttributeKey;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code temporal} program: where it is, and how it is started as a server in a session of its own. */
final class EngineProgram {
    /** Halves the latency of one step after the other; the default is sized for thousands of workflows at once. */
    private static final String FASTER = "history.transferProcessorMaxPollRPS=2000";

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private final EngineConfig config;

    EngineProgram(EngineConfig config) {
        this.config = config;
    }

    /** In the tools folder, else on PATH. */
    Optional<Path> find() {
        var onPath = SEPARATOR.splitAsStream(
                Optional.ofNullable(System.getenv("PATH")).orElse(""));
        return Stream.concat(Stream.of(config.embedded().toolsFolder()), onPath.map(Path::of))
                .map(folder -> folder.resolve("temporal").toAbsolutePath().normalize())
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it and returns at once; it lives on when this process dies, and a Ctrl-C on our terminal does not reach it. */
    long start(Path program, EngineFolder folder) {
        try {
            return new ProcessBuilder(command(program, folder.database()))
                    .directory(folder.path().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(folder.log().toFile()))
                    .start()
                    .pid();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private List<String> command(Path program, Path database) {
        var command = new ArrayList<>(List.of("setsid", program.toString(), "server", "start-dev"));
        command.addAll(List.of(
                "--ip", config.address().host(), "--port", port(config.address().port())));
        command.addAll(List.of("--ui-port", port(config.embedded().webUiPort())));
        command.addAll(List.of("--db-filename", database.toString(), "--namespace", config.namespace()));
        command.addAll(List.of("--log-level", "warn", "--dynamic-config-value", FASTER));
        SearchAttributes.ALL.stream()
                .map(SearchAttributeKey::getName)
                .forEach(name -> command.addAll(List.of("--search-attribute", name + "=Keyword")));
        return command;
    }

    private static String port(int port) {
        return Integer.toString(port);
    }
}
