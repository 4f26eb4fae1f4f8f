package io.mddc.upgrade.controlcenter.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The root of the operator's commands. */
@Command(
        name = "mddc-upgrade",
        scope = ScopeType.INHERIT,
        versionProvider = ProductVersion.class,
        description = {
            "Rolling upgrades of a MetaDefender Distributed Cluster: the operator's commands.",
            "",
            "The programs themselves are started with",
            "  mddc-upgrade control-center [--config FILE]",
            "  mddc-upgrade worker [--config FILE]",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done; of watch, report and start --watch: SUCCEEDED",
            "1:the control center is unreachable or failed",
            "2:the command line is wrong",
            "3:the upgrade ended otherwise than SUCCEEDED",
            "4:the control center refused, with the reason"
        },
        subcommands = {
            StartCommand.class,
            WatchCommand.class,
            StatusCommand.class,
            ReportCommand.class,
            PlanCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            AbortCommand.class,
            RollbackCommand.class,
            ReopenCommand.class,
            RetryCommand.class,
            SkipCommand.class,
            ConfirmInstalledCommand.class,
            EmergencyCommand.Stop.class,
            EmergencyCommand.Release.class,
            PackagesCommand.class,
            InstancesCommand.class,
            WorkersCommand.class,
            WindowsCommand.class,
            BlackoutsCommand.class
        })
public final class Terminal {
    private Terminal() {}

    public static void main(String[] args) {
        var out = new PrintWriter(new OutputStreamWriter(System.out, UTF_8), true);
        var err = new PrintWriter(new OutputStreamWriter(System.err, UTF_8), true);
        System.exit(run(out, err, args));
    }

    /** What {@link #main} does, without ending the process. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(withHelp(CommandSpec.forAnnotatedObject(new Terminal())))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new UsageErrors())
                .execute(args.length == 0 ? new String[] {"--help"} : args);
    }

    /** Help on every command, the product's version on the root alone: elsewhere --version may mean another thing. */
    private static CommandSpec withHelp(CommandSpec root) {
        return root.addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("Shows this help.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Shows which version this is.")
                        .build());
    }
}
