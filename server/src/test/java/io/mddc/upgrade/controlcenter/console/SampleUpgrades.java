package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.controlcenter.upgrades.EventRow;
import io.mddc.upgrade.controlcenter.upgrades.EventView;
import io.mddc.upgrade.controlcenter.upgrades.FindingView;
import io.mddc.upgrade.controlcenter.upgrades.ToldForecast;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeQueries;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeView;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeView.StageView;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeView.StepView;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeView.UnitView;
import io.mddc.upgrade.eta.Eta;
import io.mddc.upgrade.plan.Finding;
import io.mddc.upgrade.plan.StartTime;
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
final class SampleUpgrades implements UpgradeQueries {
    static final UpgradeId RUNNING = new UpgradeId("2026-11-22-3");
    static final UpgradeId ENDED = new UpgradeId("2026-11-22-2");
    static final Instant NOW = Instant.parse("2026-11-22T12:41:30Z");
    static final String HOSTILE = "<script>alert(1)</script>\"'&";

    private static final List<Step> STEPS = List.of(Step.values());
    private static final Version FROM = new Version("5.16.0-1");
    private static final Version TO = new Version("5.17.0-1");

    @Override
    public List<UpgradeView> list(Optional<UpgradeId> after, int limit) {
        return List.of(running(), ended());
    }

    @Override
    public Optional<UpgradeView> find(UpgradeId id) {
        return list(Optional.empty(), 2).stream()
                .filter(upgrade -> upgrade.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<UpgradeView> holder() {
        return find(RUNNING);
    }

    @Override
    public List<EventView> events(UpgradeId id, long after, int limit) {
        return List.of();
    }

    @Override
    public List<EventView> newestEvents(UpgradeId id, int limit) {
        return List.of(
                unitEvent(NOW.minusSeconds(5), "core-2", "3 files left, oldest 41 min (archive-deep)"),
                unitEvent(NOW.minusSeconds(9), "core-2", "core-2 may go: 2 of 3 stay active"),
                unitEvent(NOW.minusSeconds(300), "core-2", HOSTILE));
    }

    private static FindingView finding(String sentence, String cure) {
        return new FindingView(Finding.Code.INSTANCE_NOT_READY, false, sentence, cure);
    }

    private static EventView unitEvent(Instant at, String instance, String sentence) {
        return new EventView(
                1,
                at,
                EventRow.Subject.UNIT,
                Optional.empty(),
                Optional.of(new InstanceId(instance)),
                Optional.empty(),
                sentence,
                WaitReason.NOTHING,
                Optional.empty());
    }

    private static UpgradeView running() {
        return new UpgradeView(
                RUNNING,
                UpgradeState.RUNNING,
                Optional.empty(),
                "core-2 drains: 3 files left, oldest 41 min (archive-deep)",
                new WaitReason.Until("core-2 drains: 3 files left", NOW.minusSeconds(80), NOW.plusSeconds(7200)),
                "administrator",
                NOW.minusSeconds(290),
                Optional.empty(),
                StartTime.NOW,
                Optional.empty(),
                "upgrade/" + RUNNING,
                "http://127.0.0.1:8233/namespaces/default/workflows/upgrade%2F2026-11-22-3",
                List.of(finding("core-3 is not ready.", "Look at it, or go on without it.")),
                Optional.of(eta(400)),
                List.of(new StageView(
                        Component.CORE,
                        TO,
                        2,
                        "",
                        WaitReason.NOTHING,
                        Optional.of(eta(390)),
                        List.of(upgraded(), draining(), waiting()))));
    }

    private static UpgradeView ended() {
        return new UpgradeView(
                ENDED,
                UpgradeState.ENDED,
                Optional.of(Outcome.FAILED),
                HOSTILE,
                WaitReason.NOTHING,
                HOSTILE,
                NOW.minusSeconds(4000),
                Optional.of(NOW.minusSeconds(300)),
                StartTime.NOW,
                Optional.empty(),
                "upgrade/" + ENDED,
                "javascript:alert(1)",
                List.of(finding(HOSTILE, HOSTILE)),
                Optional.empty(),
                List.of(new StageView(
                        Component.CORE, TO, 2, "", WaitReason.NOTHING, Optional.empty(), List.of(failed()))));
    }

    private static Eta eta(int seconds) {
        var end = NOW.plusSeconds(seconds);
        return new Eta(
                Optional.of(end),
                Optional.of(end.minusSeconds(20)),
                Optional.of(end.plusSeconds(130)),
                "from 1 unit of this upgrade");
    }

    @Override
    public List<ToldForecast> forecasts(UpgradeId id) {
        var told = eta(-400);
        return List.of(new ToldForecast(
                1,
                new InstanceId("core-1"),
                NOW.minusSeconds(900),
                told.expected(),
                told.earliest(),
                told.latest(),
                told.sentence(),
                NOW.minusSeconds(300),
                Optional.of(-2.7),
                Optional.of(-16.7)));
    }

    private static UnitView upgraded() {
        return unit("core-1", "host-a", UnitState.UPGRADED, WaitReason.NOTHING, spans(5, true));
    }

    private static UnitView draining() {
        return unit("core-2", "host-b", UnitState.DRAINING, WaitReason.NOTHING, spans(2, false));
    }

    private static UnitView waiting() {
        var turn = new WaitReason.ForOthers("waits for core-2: 1 at a time", NOW, "the units before it");
        return unit("core-3", "host-c", UnitState.WAITING, turn, spans(1, true));
    }

    private static UnitView failed() {
        return unit("core-1", "host-a", UnitState.FAILED, WaitReason.NOTHING, spans(3, true));
    }

    private static UnitView unit(String id, String host, UnitState state, WaitReason waits, List<StepView> steps) {
        var sentence = state == UnitState.FAILED ? HOSTILE : "";
        var eta = state == UnitState.DRAINING ? Optional.of(eta(90)) : Optional.<Eta>empty();
        return new UnitView(
                new InstanceId(id), new HostId(host), FROM, TO, state, state.step(), sentence, waits, eta, steps);
    }

    /** The first so many steps, 70 s each; the last one may still run. */
    private static List<StepView> spans(int count, boolean allEnded) {
        return IntStream.range(0, count)
                .mapToObj(at -> new StepView(
                        STEPS.get(at),
                        NOW.minusSeconds(70L * (count - at)),
                        allEnded || at < count - 1
                                ? Optional.of(NOW.minusSeconds(70L * (count - at - 1)))
                                : Optional.empty()))
                .toList();
    }
}
