package io.mddc.upgrade.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mddc.upgrade.cluster.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** How an install operation ended, by the host's journal and package database. Times are the host's clock. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = InstallOutcome.Installed.class, name = "INSTALLED"),
    @JsonSubTypes.Type(value = InstallOutcome.NotInstalled.class, name = "NOT_INSTALLED"),
    @JsonSubTypes.Type(value = InstallOutcome.Interrupted.class, name = "INTERRUPTED")
})
public sealed interface InstallOutcome {
    /**
     * Exit status 0 and the package database shows the target, configured.
     *
     * @param beganByUptime the same moment as {@code began}; empty when the journal does not have it
     * @param needsReboot why the host must be started again before the target runs; empty when it need not
     */
    record Installed(Instant began, Instant ended, Optional<HostMoment> beganByUptime, Optional<String> needsReboot)
            implements InstallOutcome {
        public Installed(Instant began, Instant ended) {
            this(began, ended, Optional.empty(), Optional.empty());
        }
    }

    /**
     * The installer ended, the target is not there.
     *
     * @param wentBack the host put the former package back by itself
     */
    record NotInstalled(int exitStatus, Optional<Version> installed, String sentence, Optional<Installed> wentBack)
            implements InstallOutcome {
        public NotInstalled(int exitStatus, Optional<Version> installed, String sentence) {
            this(exitStatus, installed, sentence, Optional.empty());
        }
    }

    /** The installer died without an exit status; the package database was repaired. A new operation may try again. */
    record Interrupted(Optional<Version> installed, String sentence) implements InstallOutcome {}

    default <T> T fold(
            Function<Installed, T> installed,
            Function<NotInstalled, T> notInstalled,
            Function<Interrupted, T> interrupted) {
        if (this instanceof Installed it) {
            return installed.apply(it);
        }
        return this instanceof NotInstalled not ? notInstalled.apply(not) : interrupted.apply((Interrupted) this);
    }
}
