package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A small real implementation of what the pages read: one upgrade that runs, one that has ended badly. */
final class SampleUpgrades implements UpgradePages {
    static final UpgradeId RUNNING = new UpgradeId("2026-11-22-3");
    static final UpgradeId ENDED = new UpgradeId("2026-11-22-2");
    static final Instant NOW = Instant.parse("2026-11-22T12:41:30Z");
    static final String HOSTILE = "<script>alert(1)</script>\"'&";

    private static final List<Step> STEPS = List.of(Step.values());
    private static final Version FROM = new Version("5.16.0-1");
    private static final Version TO = new Version("5.17.0-1");

    @Override
    public List<Upgrade> list(int limit) {
        return List.of(running(), ended());
    }

    @Override
    public Optional<Upgrade> find(UpgradeId id) {
        return list(2).stream().filter(upgrade -> upgrade.id().equals(id)).findFirst();
    }

    @Override
    public List<Event> events(UpgradeId id, int limit) {
        return List.of(
                new Event(NOW.minusSeconds(5), "core-2", "3 files left, oldest 41 min (archive-deep)"),
                new Event(NOW.minusSeconds(9), "CORE", "core-2 may go: 2 of 3 stay active"),
                new Event(NOW.minusSeconds(300), "", HOSTILE));
    }

    private static Upgrade running() {
        return new Upgrade(
                RUNNING,
                UpgradeState.RUNNING,
                Optional.empty(),
                "core-2 drains: 3 files left, oldest 41 min (archive-deep)",
                new WaitReason.Until("core-2 drains: 3 files left", NOW.minusSeconds(80), NOW.plusSeconds(7200)),
                "administrator",
                NOW.minusSeconds(290),
                Optional.empty(),
                "http://127.0.0.1:8233/namespaces/default/workflows/upgrade%2F2026-11-22-3",
                List.of(new Finding("core-3 is not ready.", "Look at it, or go on without it.")),
                List.of(new Stage(Component.CORE, TO, 2, List.of(upgraded(), draining(), waiting()))));
    }

    private static Upgrade ended() {
        return new Upgrade(
                ENDED,
                UpgradeState.ENDED,
                Optional.of(Outcome.FAILED),
                HOSTILE,
                WaitReason.NOTHING,
                HOSTILE,
                NOW.minusSeconds(4000),
                Optional.of(NOW.minusSeconds(300)),
                "javascript:alert(1)",
                List.of(new Finding(HOSTILE, HOSTILE)),
                List.of(new Stage(Component.CORE, TO, 2, List.of(failed()))));
    }

    private static Unit upgraded() {
        return unit("core-1", "host-a", UnitState.UPGRADED, WaitReason.NOTHING, spans(5, true));
    }

    private static Unit draining() {
        return unit("core-2", "host-b", UnitState.DRAINING, WaitReason.NOTHING, spans(2, false));
    }

    private static Unit waiting() {
        var turn = new WaitReason.Until("waits for core-2: 1 at a time", NOW, NOW.plusSeconds(7200));
        return unit("core-3", "host-c", UnitState.WAITING, turn, spans(1, true));
    }

    private static Unit failed() {
        return unit("core-1", "host-a", UnitState.FAILED, WaitReason.NOTHING, spans(3, true));
    }

    private static Unit unit(String id, String host, UnitState state, WaitReason waits, List<StepSpan> steps) {
        var sentence = state == UnitState.FAILED ? HOSTILE : "";
        return new Unit(new InstanceId(id), new HostId(host), FROM, TO, state, sentence, waits, steps);
    }

    /** The first so many steps, 70 s each; the last one may still run. */
    private static List<StepSpan> spans(int count, boolean allEnded) {
        return IntStream.range(0, count)
                .mapToObj(at -> new StepSpan(
                        STEPS.get(at),
                        NOW.minusSeconds(70L * (count - at)),
                        allEnded || at < count - 1
                                ? Optional.of(NOW.minusSeconds(70L * (count - at - 1)))
                                : Optional.empty()))
                .toList();
    }
}
