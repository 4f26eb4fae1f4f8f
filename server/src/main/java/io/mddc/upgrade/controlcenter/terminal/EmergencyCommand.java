package io.mddc.upgrade.controlcenter.terminal;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sets or releases the one switch that keeps everything from beginning. */
abstract class EmergencyCommand extends ServerCommand {
    static final String PATH = "/emergency-stop";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for those who read it later")
    private String reason = "";

    int switched(String method) {
        var answer = connect().send(method, PATH, Json.write(Map.of("reason", reason)));
        print(answer, state -> List.of(state.path("sentence").asText()));
        return ExitStatus.DONE;
    }

    /** Nothing begins any more. */
    @Command(
            name = "emergency-stop",
            description = {
                "Keeps everything from beginning, from one second after this on, until it is released:",
                "installers that run finish, instances whose installer has not begun take work again."
            })
    static final class Stop extends EmergencyCommand {
        @Override
        public Integer call() {
            return switched("PUT");
        }
    }

    /** What it had stopped goes on. */
    @Command(
            name = "emergency-release",
            description = "Releases the emergency stop: what it had stopped goes on, what a person paused does not.")
    static final class Release extends EmergencyCommand {
        @Override
        public Integer call() {
            return switched("DELETE");
        }
    }
}
