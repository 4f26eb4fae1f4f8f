package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.UnitState;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What the product says of the upgrade's end whenever something happens, written down at the end of each unit. */
final class EtaBook {
    private static final double TENTHS = 10.0;
    private static final double PERCENT = 100.0;

    private final Supplier<JsonNode> view;
    private final Clock clock;
    private final Set<InstanceId> over = new HashSet<>();
    private final List<Said> said = new CopyOnWriteArrayList<>();
    private volatile Optional<Said> latest = Optional.empty();

    /**
     * @param view the upgrade as the control center shows it now
     */
    EtaBook(Supplier<JsonNode> view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    /**
     * @param after the unit whose end it was; empty for anything else that happened
     * @param expected empty when the product says that nobody can guess
     */
    record Said(
            int afterUnits,
            Optional<InstanceId> after,
            Instant at,
            Optional<Instant> expected,
            Bar bar,
            String sentence) {
        /** Such as {@code , 38 s left (20 to 61 s)}; empty when nobody can guess. */
        String left(Instant now) {
            return expected.map(end -> ", %d s left (%d to %d s)"
                            .formatted(
                                    seconds(now, end),
                                    seconds(now, bar.earliest().orElse(end)),
                                    seconds(now, bar.latest().orElse(end))))
                    .orElse("");
        }

        private static long seconds(Instant now, Instant end) {
            return Math.max(0, Duration.between(now, end).toSeconds());
        }
    }

    /** The error bar. */
    record Bar(Optional<Instant> earliest, Optional<Instant> latest) {}

    void see(UpgradeEvent event) {
        var ended = event.instance()
                .filter(any -> event.unitState().filter(UnitState::isEnd).isPresent())
                .filter(over::add);
        try {
            var now = read(ended, view.get().path("eta"));
            latest = Optional.of(now);
            ended.ifPresent(unit -> said.add(now));
        } catch (UncheckedIOException | RefusedByControlCenter e) {
            // it is being restarted: nobody said anything at this unit's end
            latest = Optional.empty();
        }
    }

    private Said read(Optional<InstanceId> ended, JsonNode eta) {
        return new Said(
                over.size(),
                ended,
                clock.instant(),
                instant(eta, "expected"),
                new Bar(instant(eta, "earliest"), instant(eta, "latest")),
                eta.path("sentence").asText());
    }

    private static Optional<Instant> instant(JsonNode eta, String name) {
        return ControlCenterClient.text(eta.path(name)).map(Instant::parse);
    }

    /** The product's last word. */
    Optional<Said> latest() {
        return latest;
    }

    /** What was said while something was left, against the truth. */
    List<DemoReport.ToldEta> against(Span truth) {
        return said.stream()
                .filter(one -> one.at().isBefore(truth.end()) && one.expected().isPresent())
                .map(one -> told(one, truth))
                .toList();
    }

    private static DemoReport.ToldEta told(Said one, Span truth) {
        var expected = one.expected().orElseThrow();
        return new DemoReport.ToldEta(
                one.afterUnits(),
                one.after().orElseThrow(),
                one.at(),
                expected,
                one.bar().earliest().orElse(expected),
                one.bar().latest().orElse(expected),
                one.sentence(),
                truth.end(),
                off(expected, truth.begin(), truth.end()),
                off(expected, one.at(), truth.end()));
    }

    private static double off(Instant expected, Instant from, Instant end) {
        double all = Math.max(1, Duration.between(from, end).toMillis());
        return Math.round(Duration.between(end, expected).toMillis() / all * PERCENT * TENTHS) / TENTHS;
    }
}
