package io.mddc.upgrade.lab.host;

import static java.util.Objects.requireNonNull;

/** What came of a command; standard output and error together. */
public record CommandResult(int exit, String output) {
    public CommandResult {
        requireNonNull(output, "output is null");
    }

    public boolean isGood() {
        return exit == 0;
    }
}
