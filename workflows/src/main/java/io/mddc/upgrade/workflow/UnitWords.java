package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.Observed;
import io.mddc.upgrade.contract.Uploaded;
import io.mddc.upgrade.plan.Asked;
import io.mddc.upgrade.plan.UnitPlan;
import java.util.Optional;

/** What a unit says of its steps: of a host that has no worker of ours, only what is done there, and what is not known. */
final class UnitWords {
    private final UnitPlan plan;

    UnitWords(UnitPlan plan) {
        this.plan = plan;
    }

    /** The host whose worker says how the instance is. */
    HostId witness() {
        return plan.asked().map(Asked::by).orElse(plan.host());
    }

    String bringing() {
        return isFar()
                ? "Nothing can be brought to %s, which has no worker of ours: whoever installs %s brings it."
                        .formatted(plan.host(), plan.target().fileName())
                : plan.target().fileName() + " goes to " + plan.host() + ".";
    }

    String brought() {
        return plan.instance() + (isFar() ? " waits for its turn." : " has the package and waits for its turn.");
    }

    String takingOut() {
        return isFar()
                ? plan.instance() + " cannot be taken out of work by us: what it is doing is broken off."
                : plan.instance() + " is taken out of new work.";
    }

    /** What the person who installs does, in the steps of the product's manual. */
    String byHand(Uploaded.ByHand byHand) {
        var download = "Download %s from My OPSWAT, or from the control center (/api/v1/packages/%s/content). "
                .formatted(plan.target().fileName(), plan.target().digest());
        return "%sAccess %s, start %s and run: %s (sha256sum: %s). Confirm that the service starts, then say confirm-installed."
                .formatted(isFar() ? download : "", plan.host(), shell(), byHand.command(), byHand.checksum());
    }

    private String shell() {
        return plan.target().format() == PackageFormat.MSI ? "Command Prompt as Administrator" : "a Terminal";
    }

    String shows(Observed seen) {
        return isFar()
                ? "%s, asked from %s, answers %s".formatted(plan.instance(), witness(), answer(seen))
                : plan.host() + " shows " + installed(seen);
    }

    String watched() {
        return isFar()
                ? "%s answers %s with %s, is ready and is watched."
                        .formatted(plan.instance(), witness(), plan.to().upstream())
                : plan.instance() + " takes work again and is watched.";
    }

    String done() {
        return isFar()
                ? "%s answers %s with %s and is ready. Not proven: %s."
                        .formatted(plan.instance(), witness(), plan.to().upstream(), Asked.UNPROVEN)
                : plan.instance() + " runs " + plan.to() + ".";
    }

    /** Why nothing puts it back, whatever happens; empty where something may. */
    Optional<String> noWayBack() {
        return plan.asked().map(by -> plan.host() + " has no worker of ours, so nothing puts it back.");
    }

    boolean isFar() {
        return plan.asked().isPresent();
    }

    private static String installed(Observed seen) {
        return seen.instance().installed().map(Version::toString).orElse("no complete package");
    }

    private static String answer(Observed seen) {
        var running = seen.instance().running();
        return running.isEmpty() ? "nothing" : running;
    }
}
