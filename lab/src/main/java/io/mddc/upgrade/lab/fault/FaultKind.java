package io.mddc.upgrade.lab.fault;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableSet;
import io.mddc.upgrade.cluster.Component;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a new version can be bad. */
public enum FaultKind {
    /** preinst fails: the old files stay. */
    INSTALLER_FAILS_EARLY(Where.EVERYWHERE, Who.ANY_PART),
    /** postinst fails: unpacked, not configured. */
    INSTALLER_FAILS_LATE(Where.EVERYWHERE, Who.ANY_PART),
    /** postinst does not end; after the installer was killed, its second run does. */
    INSTALLER_HANGS(Where.EVERYWHERE, Who.ANY_PART),
    /** The process ends as soon as it is started. */
    NEVER_STARTS(Where.EVERYWHERE, Who.ANY_PART),
    /** The process lives; it never gets ready. */
    NEVER_READY(Where.EVERYWHERE, Who.CORES_AND_STORAGE),
    /** It says that it is the version that was there before. */
    WRONG_VERSION(Where.EVERYWHERE, Who.CORES_AND_STORAGE),
    /** It misses EICAR, in direct scans and in normal work. */
    WRONG_VERDICT(Where.EVERYWHERE, Who.CORES),
    /** The process ends by itself a while after its isolation was released. */
    DIES_LATER(Where.EVERYWHERE, Who.CORES),
    /** A while after its isolation was released it says that an engine is not active; it goes on scanning. */
    REPORTS_TROUBLE(Where.EVERYWHERE, Who.CORES),
    /** The process ends as soon as it is started, and so does that of the version before when it is put back. */
    NO_WAY_BACK(Where.ON_ONE_HOST, Who.ANY_PART),
    /** postinst says that the host must be started again; else it is good. */
    NEEDS_REBOOT(Where.EVERYWHERE, Who.ANY_PART),
    /** The bytes are damaged on their way to the host: not the package is bad, the way to one host is. */
    CORRUPT(Where.ON_ONE_HOST, Who.ANY_PART);

    private final Where where;
    private final Who who;

    /** What can be bad so. */
    private enum Where {
        EVERYWHERE,
        ON_ONE_HOST
    }

    /** Which parts know how to be bad so. */
    private enum Who {
        ANY_PART(ImmutableSet.copyOf(Component.values())),
        CORES_AND_STORAGE(ImmutableSet.of(Component.CORE, Component.FILE_STORAGE)),
        CORES(ImmutableSet.of(Component.CORE));

        private final ImmutableSet<Component> components;

        Who(ImmutableSet<Component> components) {
            this.components = components;
        }
    }

    FaultKind(Where where, Who who) {
        this.where = where;
        this.who = who;
    }

    /** As it is typed, and written into files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** It makes no sense for a package itself. */
    public boolean needsInstance() {
        return where == Where.ON_ONE_HOST;
    }

    /** Its part knows how to be bad so. */
    public boolean isKnownTo(Component component) {
        return who.components.contains(component);
    }

    /** Every part does. */
    public boolean isKnownToAll() {
        return who == Who.ANY_PART;
    }

    public static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(FaultKind::word).collect(joining(", "));
    }
}
