package io.mddc.upgrade.worker.installer;

import io.mddc.upgrade.cluster.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the former package back when the new process does not say in time that it is ready, though everybody who could order that
 * is down. It lies in the detached script, so it needs neither this worker nor the control center.
 *
 * @param running a file whose text is the version of the process that is ready
 * @param target what it must become
 * @param former what it is after the way back
 * @param limit of each of the two installers
 * @param ready from the end of an installer until the file says it
 */
public record DeadMansSwitch(Path running, Version target, Version former, Duration limit, Duration ready) {
    /** The former package is back, and its process is ready. */
    public static final int WENT_BACK = 72;

    /** Neither version is ready. */
    public static final int LOST = 73;

    /** Both installers, and the waits for both processes. */
    public Duration whole() {
        return limit.plus(ready).multipliedBy(2).plus(Duration.ofMinutes(1));
    }

    /**
     * The argument list that does all of it; to be run detached.
     *
     * @param install the argument list that installs the target
     * @param back the argument list that puts the former package back
     */
    public List<String> around(Scripts scripts, List<String> install, List<String> back) {
        var arguments = new ArrayList<>(List.of(
                "sh",
                scripts.switched().toString(),
                running.toString(),
                target.upstream(),
                former.upstream(),
                seconds(limit),
                seconds(ready),
                Integer.toString(install.size())));
        arguments.addAll(install);
        arguments.addAll(back);
        return arguments;
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }
}
