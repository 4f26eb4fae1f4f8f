package io.mddc.upgrade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.Tries;
import io.mddc.upgrade.cluster.VersionOrder;
import io.mddc.upgrade.plan.Finding.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Plans for any cluster and any request. */
class UpgradePlannerPropertyTest {
    /** Of these one is enough to explain why a whole component has no unit. */
    private static final Set<Code> OF_A_COMPONENT = EnumSet.of(Code.PACKAGE_MISSING, Code.PACKAGE_AMBIGUOUS);

    private record Planned(UpgradeRequest request, ClusterView cluster, Policy policy, UpgradePlan plan) {
        List<Instance> wanted(Component component) {
            return cluster.instances().stream()
                    .filter(instance -> instance.component() == component)
                    .filter(instance ->
                            request.hosts().isEmpty() || request.hosts().contains(instance.host()))
                    .toList();
        }

        List<UnitPlan> units() {
            return plan.stages().stream()
                    .flatMap(stage -> stage.units().stream())
                    .toList();
        }

        boolean finds(Code code) {
            return plan.findings().stream().anyMatch(finding -> finding.code() == code);
        }

        boolean explains(Instance instance) {
            return plan.findings().stream()
                    .anyMatch(finding -> OF_A_COMPONENT.contains(finding.code())
                            || finding.sentence().contains(instance.id() + " "));
        }
    }

    @Test
    void givesEachInstanceAskedForOneUnitOrSaysWhyNot() {
        each(planned -> {
            for (var target : planned.request().targets()) {
                for (var instance : planned.wanted(target.component())) {
                    long units = planned.units().stream()
                            .filter(unit -> unit.instance().equals(instance.id()))
                            .count();
                    assertThat(units).as("units of %s", instance).isLessThanOrEqualTo(1);
                    assertThat(units == 1 || planned.explains(instance))
                            .as("%s has a unit or a finding", instance)
                            .isTrue();
                }
            }
        });
    }

    @Test
    void onlyEverGoesUpAndOnlyWhereItWasAsked() {
        each(planned -> planned.plan().stages().forEach(stage -> {
            assertThat(planned.request().targets()).contains(new Target(stage.component(), stage.target()));
            assertThat(stage.units()).allSatisfy(unit -> {
                assertThat(planned.wanted(stage.component()))
                        .extracting(Instance::id)
                        .contains(unit.instance());
                assertThat(VersionOrder.DEBIAN.compare(unit.to(), unit.from())).isPositive();
                assertThat(unit.to()).isEqualTo(stage.target());
                assertThat(planned.cluster().packages()).contains(unit.target());
                unit.former().ifPresent(former -> assertThat(former.version()).isEqualTo(unit.from()));
                assertThat(unit.former().isPresent() || planned.finds(Code.NO_FORMER_PACKAGE))
                        .isTrue();
            });
        }));
    }

    @Test
    void goesInTheOrderPeopleCount() {
        each(planned -> planned.plan()
                .stages()
                .forEach(stage -> assertThat(stage.units().stream()
                                .map(unit ->
                                        Integer.parseInt(unit.instance().value().substring("node-".length())))
                                .toList())
                        .isSorted()));
    }

    @Test
    void makesTheSamePlanOfTheSameClusterInWhateverOrderItIsTold() {
        each(planned -> {
            var instances = new ArrayList<>(planned.cluster().instances());
            Collections.shuffle(instances, new Random(7));
            var cluster = new ClusterView(
                    instances,
                    planned.cluster().silentHosts(),
                    planned.cluster().packages());
            assertThat(new UpgradePlanner().plan(planned.request(), cluster, planned.policy()))
                    .isEqualTo(planned.plan());
        });
    }

    @Test
    void startsNothingThatCouldNeverGo() {
        each(planned -> planned.plan().stages().forEach(stage -> {
            int all = (int) planned.cluster().instances().stream()
                    .filter(instance -> instance.component() == stage.component())
                    .count();
            assertThat(stage.minimumActive())
                    .isEqualTo(planned.policy().minimumActive().getOrDefault(stage.component(), all - 1));
            boolean mayStart = planned.plan().blocking().isEmpty();
            assertThat(mayStart && (all < 2 || stage.minimumActive() >= all))
                    .as("%s of %s stay active", stage.minimumActive(), all)
                    .isFalse();
            assertThat(mayStart
                            && stage.units().stream()
                                    .anyMatch(unit ->
                                            planned.cluster().silentHosts().contains(unit.host())))
                    .as("a silent host is begun")
                    .isFalse();
        }));
    }

    @Test
    void hasAStageOrABlockingFindingForEachTarget() {
        each(planned -> {
            if (planned.plan().blocking().isEmpty()) {
                assertThat(planned.plan().stages())
                        .extracting(stage -> new Target(stage.component(), stage.target()))
                        .containsExactlyInAnyOrderElementsOf(planned.request().targets());
            }
            assertThat(planned.plan().stages())
                    .extracting(StagePlan::component)
                    .isSortedAccordingTo(
                            Comparator.comparing(planned.plan().policy().order()::indexOf));
        });
    }

    @Test
    void namesExactlyTheHostsItDoesNotKnow() {
        each(planned -> assertThat(sentences(planned, Code.UNKNOWN_HOST))
                .containsExactlyElementsOf(planned.request().hosts().stream()
                        .filter(host -> planned.cluster().instances().stream()
                                .noneMatch(instance -> instance.host().equals(host)))
                        .map("No instance is known on host %s."::formatted)
                        .toList()));
    }

    @Test
    void saysOfEachUnitThatIsNotReadyHowItIs() {
        each(planned -> assertThat(sentences(planned, Code.INSTANCE_NOT_READY))
                .containsExactlyElementsOf(planned.plan().stages().stream()
                        .flatMap(stage -> planned.wanted(stage.component()).stream()
                                .filter(instance -> instance.health() != Health.READY)
                                .filter(instance -> stage.units().stream()
                                        .anyMatch(unit -> unit.instance().equals(instance.id()))))
                        .map(instance ->
                                "%s on %s is %s now.".formatted(instance.id(), instance.host(), instance.health()))
                        .toList()));
    }

    @Test
    void saysOnceOfEachVersionThatItCannotBePutBack() {
        each(planned -> assertThat(sentences(planned, Code.NO_FORMER_PACKAGE))
                .doesNotHaveDuplicates()
                .hasSize((int) planned.units().stream()
                        .filter(unit -> unit.former().isEmpty())
                        .map(UnitPlan::from)
                        .distinct()
                        .count()));
    }

    private static List<String> sentences(Planned planned, Code code) {
        return planned.plan().findings().stream()
                .filter(finding -> finding.code() == code)
                .map(Finding::sentence)
                .toList();
    }

    private static void each(Consumer<Planned> check) {
        Tries.each(300, random -> {
            var chance = new ClustersByChance(random);
            var request = chance.request();
            var cluster = chance.cluster();
            var policy = chance.policy();
            check.accept(new Planned(request, cluster, policy, new UpgradePlanner().plan(request, cluster, policy)));
        });
    }
}
