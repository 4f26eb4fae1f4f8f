package io.mddc.upgrade.controlcenter.terminal;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An upgrade as the control center describes it; what a newer one adds is ignored. */
record UpgradeView(
        String id,
        String state,
        String outcome,
        String sentence,
        WaitView waitReason,
        Instant startedAt,
        @Nullable Instant endedAt,
        String webUi,
        @Nullable EtaView eta,
        List<StageView> stages) {
    UpgradeView(
            String id,
            String state,
            @Nullable String outcome,
            @Nullable String sentence,
            @Nullable WaitView waitReason,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String webUi,
            @Nullable EtaView eta,
            @Nullable List<StageView> stages) {
        this.id = id;
        this.state = state;
        this.outcome = requireNonNullElse(outcome, "");
        this.sentence = requireNonNullElse(sentence, "");
        this.waitReason = requireNonNullElse(waitReason, WaitView.NOTHING);
        this.startedAt = requireNonNullElse(startedAt, Instant.EPOCH);
        this.endedAt = endedAt;
        this.webUi = requireNonNullElse(webUi, "");
        this.eta = eta;
        this.stages = List.copyOf(requireNonNullElse(stages, List.of()));
    }

    /** Empty once it has ended. */
    String etaText() {
        return eta == null ? "" : eta.text();
    }

    boolean hasEnded() {
        return state.equals("ENDED");
    }

    /** One word for where it is: the outcome once there is one. */
    String badge() {
        return hasEnded() && !outcome.isEmpty() ? outcome : state;
    }

    /** For scripts: of an upgrade that has ended. */
    int exitStatus() {
        return outcome.equals("SUCCEEDED") ? ExitStatus.DONE : ExitStatus.ENDED_OTHERWISE;
    }

    /** The first page. */
    record Listing(List<UpgradeView> items) {}
}
