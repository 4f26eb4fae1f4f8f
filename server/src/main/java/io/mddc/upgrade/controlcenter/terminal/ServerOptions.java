package io.mddc.upgrade.controlcenter.terminal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the control center is and how its answer is printed: the same options on every command. */
final class ServerOptions {
    /** How an answer is printed. */
    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,512}");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:MDDC_SERVER:-http://127.0.0.1:8892}",
            description = "The control center (environment: MDDC_SERVER). Default: ${DEFAULT-VALUE}")
    private URI server = URI.create("");

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            defaultValue = "${env:MDDC_TOKEN_FILE:-data/admin.token}",
            description = "Holds the token to show (environment: MDDC_TOKEN_FILE). Default: ${DEFAULT-VALUE}")
    private Path tokenFile = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Format output = Format.TEXT;

    boolean isJson() {
        return output == Format.JSON;
    }

    ControlCenterClient connect() {
        if (server.getHost() == null || !SCHEMES.contains(server.getScheme())) {
            throw usage("--server is " + server + ": allowed is http://host:port or https://host:port");
        }
        return new ControlCenterClient(server, token());
    }

    private String token() {
        try {
            var token = Files.readString(tokenFile).strip();
            if (!TOKEN.matcher(token).matches()) {
                throw usage("--token-file is " + tokenFile + ", which holds no token: allowed is one word alone");
            }
            return token;
        } catch (IOException unreadable) {
            throw usage("--token-file is " + tokenFile + ", which cannot be read: the control center writes admin.token"
                    + " into its data folder at its first start; name it, or set MDDC_TOKEN_FILE");
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
