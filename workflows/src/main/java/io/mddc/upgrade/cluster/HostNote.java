package io.mddc.upgrade.cluster;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Something a host's worker knows that whoever plans an upgrade should.
 *
 * @param instance the one it is about; empty when it is the host
 */
public record HostNote(Kind kind, Optional<InstanceId> instance) {
    public HostNote {
        requireNonNull(kind, "kind");
        requireNonNull(instance, "instance");
    }

    /** What is so. */
    public enum Kind {
        /** The instance cannot be taken out of new work. */
        NO_ISOLATION,
        /** The instance takes no files of known verdict. */
        NO_KNOWN_ANSWERS,
        /** The gateway cannot refuse files while the system is down. */
        NO_MAINTENANCE,
        /** The instance has a program for {@link Hook#BEFORE_INSTALL}. */
        HOOK_BEFORE_INSTALL,
        /** The instance has a program for {@link Hook#RESTORE}. */
        HOOK_RESTORE,
        /** The instance has a program for {@link Hook#BEFORE_STAGE}. */
        HOOK_BEFORE_STAGE,
        /** The instance has a program for {@link Hook#AFTER_STAGE}. */
        HOOK_AFTER_STAGE,
        /** The host installs updates by itself, at times of its own. */
        AUTOMATIC_UPDATES,
        /** The instance is a part of this product, not the vendor's. */
        SELF,
        /** All settings that the instance keeps are read, so that a change is noticed. */
        SETTINGS_WATCHED;

        /** That the instance has a program for the hook. */
        public static Kind of(Hook hook) {
            return switch (hook) {
                case BEFORE_STAGE -> HOOK_BEFORE_STAGE;
                case BEFORE_INSTALL -> HOOK_BEFORE_INSTALL;
                case RESTORE -> HOOK_RESTORE;
                case AFTER_STAGE -> HOOK_AFTER_STAGE;
            };
        }
    }
}
