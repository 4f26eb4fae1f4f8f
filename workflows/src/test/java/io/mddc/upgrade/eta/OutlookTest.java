package io.mddc.upgrade.eta;

import static io.mddc.upgrade.eta.Stages.at;
import static io.mddc.upgrade.eta.Stages.course;
import static io.mddc.upgrade.eta.Stages.eta;
import static io.mddc.upgrade.eta.Stages.pending;
import static io.mddc.upgrade.eta.Stages.stage;
import static io.mddc.upgrade.eta.Stages.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.eta.Course.Bracket;
import io.mddc.upgrade.plan.Maintenance;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.window.WindowCalendar;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Watched 100 s at first and 50 s each after; a unit takes 10 s to bring, 20 s to drain, 30 s to install, 40 s to start. */
class OutlookTest {
    private static final Policy.Soak SOAK =
            new Policy.Soak(Duration.ofSeconds(100), Duration.ofSeconds(50), Duration.ofSeconds(1));
    private static final UnitNow CANARY = unit(Component.CORE, "core-1", UnitState.UPGRADED, 0, 10, 30, 60, 100, 200);

    /** So many units before it that one more says nothing new. */
    private static final StepTimes ALWAYS = new StepTimes(
            Map.of(Step.UPLOAD, always(10), Step.DRAIN, always(20), Step.INSTALL, always(30), Step.VERIFY, always(40)));

    @Test
    void tellsTheEndOfEachUnitWhoseStepsNeverVary() {
        var stage = stage(
                Component.CORE,
                2,
                CANARY,
                unit(Component.CORE, "core-2", UnitState.INSTALLING, 200, 210, 230),
                pending(Component.CORE, "core-3"));

        var eta = Outlook.of(course(usual().build(), 240, stage), any -> ALWAYS);

        assertThat(expected(eta)).isEqualTo(Map.of("core-2", at(350), "core-3", at(490)));
        assertThat(eta.whole())
                .isEqualTo(new Eta(
                        Optional.of(at(490)),
                        Optional.of(at(490)),
                        Optional.of(at(490)),
                        "from 1 unit of this upgrade and 200 units before it"));
    }

    @Test
    void hasAWiderBarTheFewerUnitsHaveShownIt() {
        var policy = usual().build();
        var none = eta(course(policy, 0, cores(pending(Component.CORE, "core-1"))));
        var one = eta(course(policy, 200, cores(CANARY)));

        assertThat(none.whole().sentence()).isEqualTo("as the policy expects it: nothing is measured yet");
        assertThat(one.whole().sentence()).isEqualTo("from 1 unit of this upgrade");
        assertThat(bar(none.whole())).isGreaterThan(bar(one.whole()).multipliedBy(2));
        assertThat(one.whole().earliest().orElseThrow()).isAfter(at(200 + 2 * 100));
        assertThat(one.whole().latest().orElseThrow()).isBefore(at(200 + 2 * 240));
    }

    @Test
    void saysTheSameOfTheSameMoment() {
        var course = course(usual().build(), 200, cores(CANARY));

        assertThat(eta(course)).isEqualTo(eta(course));
    }

    @Test
    void namesThePersonInsteadOfANumberAndTellsOnlyTheUnitsInWork() {
        var waits = unit(Component.CORE, "core-2", UnitState.ASKING, 200, 210);
        var asking = new UnitNow(waits.plan(), waits.state(), waits.steps(), Optional.of("it waits for an operator"));
        var stage = stage(
                Component.CORE,
                0,
                CANARY,
                asking,
                unit(Component.CORE, "core-3", UnitState.MONITORING, 200, 210, 230, 260, 300),
                pending(Component.CORE, "core-4"));
        var gateways = stage(Component.API_GATEWAY, 1, pending(Component.API_GATEWAY, "gateway-1"));

        var eta = eta(course(usual().concurrency(2).build(), 310, stage, gateways));

        var unknown = Eta.unknown("it waits for an operator");
        assertThat(eta.whole()).isEqualTo(unknown);
        assertThat(eta.stages()).extracting(UpgradeEta.StageEta::whole).containsExactly(unknown, unknown);
        assertThat(eta.stages().get(0).units())
                .containsEntry(new InstanceId("core-2"), unknown)
                .containsEntry(new InstanceId("core-4"), unknown)
                .extractingByKey(new InstanceId("core-3"))
                .matches(third -> third.expected().equals(Optional.of(at(350))));
    }

    @Test
    void endsAtTheFirstUnitThatAPersonMustApprove() {
        var policy = new Policies.Builder().approval(true).build();

        var eta = Outlook.of(course(policy, 0, cores(pending(Component.CORE, "core-1"))), any -> ALWAYS);

        assertThat(eta.whole())
                .isEqualTo(Eta.unknown("the first unit of MetaDefender Core is to be approved by a person"));
    }

    @Test
    void doesNotGuessWhenAWindowOpens() {
        var policy = new Policies.Builder().windowsFromLevel(0).build();

        var eta = Outlook.of(course(policy, 0, cores(pending(Component.CORE, "core-1"))), any -> ALWAYS);

        assertThat(eta.whole()).isEqualTo(Eta.unknown("there is no maintenance window for MetaDefender Core"));
    }

    /** Half of the 60 s of closing and opening lies behind the units; 20 s of the first half are over. */
    @Test
    void countsTheClosingAndTheOpeningAroundItsUnits() {
        var policy = usual().quiet(Maintenance.Kind.NONE, Duration.ZERO).build();
        var storage = stage(
                Component.FILE_STORAGE, 0, unit(Component.FILE_STORAGE, "file-storage-1", UnitState.WAITING, 0, 10));
        var before = new StepTimes(Map.of(
                Step.DRAIN, always(20),
                Step.INSTALL, always(30),
                Step.VERIFY, always(40),
                Step.MAINTENANCE, always(60)));
        var bracket = new Bracket(Optional.of(MaintenancePhase.FINISHING), Optional.of(at(10)));
        var course = new Course(
                policy, List.of(storage), bracket, new WindowCalendar(List.of(), List.of()), Optional.empty(), at(30));

        var eta = Outlook.of(course, any -> before);

        assertThat(eta.whole().expected()).contains(at(10 + 30 + 20 + 30 + 40 + 30));
        assertThat(expected(eta)).isEqualTo(Map.of("file-storage-1", at(10 + 30 + 20 + 30 + 40)));
    }

    private static Policies.Builder usual() {
        return new Policies.Builder().soak(SOAK.canary(), SOAK.unit());
    }

    private static StageNow cores(UnitNow first) {
        return stage(Component.CORE, 2, first, pending(Component.CORE, "core-2"), pending(Component.CORE, "core-3"));
    }

    private static Map<String, Object> expected(UpgradeEta eta) {
        return eta.stages().get(0).units().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().value(),
                        entry -> entry.getValue().expected().orElseThrow()));
    }

    private static Duration bar(Eta eta) {
        return Duration.between(eta.earliest().orElseThrow(), eta.latest().orElseThrow());
    }

    private static List<Duration> always(int seconds) {
        return Collections.nCopies(200, Duration.ofSeconds(seconds));
    }
}
