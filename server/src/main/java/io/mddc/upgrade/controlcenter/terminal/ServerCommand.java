package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that asks the control center; the value it returns is the exit status. */
abstract class ServerCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions options = new ServerOptions();

    @Spec
    private CommandSpec command = CommandSpec.create();

    boolean isJson() {
        return options.isJson();
    }

    ControlCenterClient connect() {
        return options.connect();
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** The answer as it came for scripts, or its lines for people. */
    void print(JsonNode answer, Function<JsonNode, List<String>> lines) {
        if (isJson()) {
            out().println(Json.pretty(answer));
        } else {
            lines.apply(answer).forEach(out()::println);
        }
        out().flush();
    }

    /** The upgrade that was named, else the one started last. */
    String upgradeOr(String named, ControlCenterClient server) {
        if (!named.isEmpty()) {
            return named;
        }
        return server.latestUpgrade().orElseThrow(NoUpgradeYet::new);
    }

    ParameterException usage(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
