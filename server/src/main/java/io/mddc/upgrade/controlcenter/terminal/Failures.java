package io.mddc.upgrade.controlcenter.terminal;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into sentences for people, JSON for scripts, and the documented exit status. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof Refused refused) {
            return refused(refused, command);
        }
        if (failure instanceof Unreachable unreachable) {
            say(command.getErr(), unreachable.sentence());
            return ExitStatus.UNREACHABLE;
        }
        if (failure instanceof NoUpgradeYet) {
            say(command.getErr(), NoUpgradeYet.SENTENCE);
            return ExitStatus.REFUSED;
        }
        throw failure;
    }

    private static int refused(Refused refused, CommandLine command) {
        if (isJson(command)) {
            say(command.getOut(), Json.pretty(refused.body()));
        } else {
            say(command.getErr(), refused.problem().text());
        }
        return refused.problem().isFault() ? ExitStatus.UNREACHABLE : ExitStatus.REFUSED;
    }

    private static boolean isJson(CommandLine command) {
        return command.getCommand() instanceof ServerCommand called && called.isJson();
    }

    private static void say(PrintWriter writer, String text) {
        writer.println(text);
        writer.flush();
    }
}
