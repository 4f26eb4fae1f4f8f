package io.mddc.upgrade.cluster;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.stream.Stream;

/** Where the program of an administrator has its place in the upgrade of an instance. Its host's configuration names it. */
public enum Hook {
    /** Before the first unit of a stage is begun, once for each host. Its failure keeps the stage from beginning. */
    BEFORE_STAGE,
    /** Everything that writes has stopped: the moment for a backup. Its failure keeps the instance as it is. */
    BEFORE_INSTALL,
    /** On the way back, when the new version may have changed the data: puts that backup back, before the former version. */
    RESTORE,
    /** After a stage has ended, whatever it came to, once for each host. Its failure keeps the next stage from beginning. */
    AFTER_STAGE;

    /** As the configuration of a host has it, such as {@code beforeStage}. */
    public String key() {
        var words = name().split("_");
        return words[0].toLowerCase(Locale.ROOT)
                + Stream.of(words)
                        .skip(1)
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(joining());
    }

    /** It belongs to a stage, not to one of its units. */
    public boolean isAroundStage() {
        return this == BEFORE_STAGE || this == AFTER_STAGE;
    }
}
