package io.mddc.upgrade.controlcenter.terminal;

/** How a command ends, for scripts. Printed by {@code --help} of each command. */
final class ExitStatus {
    static final int DONE = 0;
    static final int UNREACHABLE = 1;
    static final int USAGE = 2;
    static final int ENDED_OTHERWISE = 3;
    static final int REFUSED = 4;

    private ExitStatus() {}
}
