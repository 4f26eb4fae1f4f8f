package io.mddc.upgrade.controlcenter.terminal;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One instance on its way. */
record UnitView(
        String instance,
        String host,
        String from,
        String to,
        String state,
        String sentence,
        WaitView waitReason,
        @Nullable EtaView eta,
        List<StepView> steps) {
    private static final Set<String> BAD_ENDS = Set.of("FAILED", "SKIPPED", "CANCELLED");

    UnitView(
            String instance,
            String host,
            @Nullable String from,
            String to,
            String state,
            @Nullable String sentence,
            @Nullable WaitView waitReason,
            @Nullable EtaView eta,
            @Nullable List<StepView> steps) {
        this.instance = instance;
        this.host = host;
        this.from = requireNonNullElse(from, "");
        this.to = to;
        this.state = state;
        this.sentence = requireNonNullElse(sentence, "");
        this.waitReason = requireNonNullElse(waitReason, WaitView.NOTHING);
        this.eta = eta;
        this.steps = List.copyOf(requireNonNullElse(steps, List.of()));
    }

    /** It ended without the new version, or with a person needed. */
    boolean endedBadly() {
        return BAD_ENDS.contains(state);
    }

    /** Only where somebody can say. */
    String etaText() {
        return eta == null || eta.expected() == null ? "" : eta.when();
    }

    /** The version it is known to run: the new one only when the unit is through. */
    String version() {
        return state.equals("UPGRADED") ? to : from;
    }

    Optional<StepView> find(String step) {
        return steps.stream().filter(known -> known.step().equals(step)).findFirst();
    }

    /** The step has begun and goes on. */
    boolean isIn(String step) {
        return find(step).filter(known -> known.end() == null).isPresent();
    }

    /** The step it did not get further than. */
    boolean isLast(StepView step) {
        return step.equals(steps.get(steps.size() - 1));
    }
}
