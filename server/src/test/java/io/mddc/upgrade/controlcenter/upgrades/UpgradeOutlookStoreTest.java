package io.mddc.upgrade.controlcenter.upgrades;

import static io.mddc.upgrade.controlcenter.upgrades.Examples.CORE_1;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.CORE_2;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.FIRST;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.controlcenter.store.OnBothDatabases;
import io.mddc.upgrade.eta.Eta;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ClassTemplate
@ExtendWith(OnBothDatabases.class)
class UpgradeOutlookStoreTest {
    @Test
    void reportsWhatWasSaidAtTheEndOfAUnitAndHowFarThatWasOff(Jdbi jdbi) {
        firstHalf(jdbi);
        var said = view(jdbi).eta().orElseThrow();

        live(jdbi, CORE_2, -50, -40, -20, -12, -9, -4);
        Examples.hold(jdbi).giveBack(FIRST, Outcome.SUCCEEDED, "All done.");

        assertThat(Examples.view(jdbi).eta()).isEmpty();
        assertThat(Examples.queries(jdbi).forecasts(FIRST)).singleElement().satisfies(told -> {
            assertThat(new Eta(told.expected(), told.earliest(), told.latest(), told.sentence()))
                    .isEqualTo(said);
            assertThat(told.afterUnits() + " " + told.instance() + " " + told.at())
                    .isEqualTo("1 core-1 " + NOON.minusSeconds(50));
            assertThat(told.actual()).isEqualTo(NOON);
            assertThat(told.offPercentOfRest().orElseThrow() / told.offPercent().orElseThrow())
                    .isBetween(1.9, 2.1);
        });
    }

    @Test
    void saysWhenTheUnitsThatAreLeftWillProbablyBeOver(Jdbi jdbi) {
        firstHalf(jdbi);

        var upgrade = view(jdbi);
        var units = upgrade.stages().get(0).units();

        assertThat(upgrade.eta().orElseThrow().sentence()).isEqualTo("from 1 unit of this upgrade");
        assertThat(upgrade.eta().orElseThrow().expected().orElseThrow())
                .isBetween(NOON.minusSeconds(20), NOON.plusSeconds(20));
        assertThat(units.get(0).eta()).isEmpty();
        assertThat(units.get(1).eta().flatMap(Eta::expected))
                .isEqualTo(upgrade.eta().flatMap(Eta::expected));
    }

    @Test
    void saysForWhomItWaitsInsteadOfATime(Jdbi jdbi) {
        firstHalf(jdbi);
        var person = new WaitReason.ForPerson("core-2 still has files", NOON, "an operator");
        record(jdbi, new RunEvent.OfUnit("asks", FIRST, NOON, "it asks", person, CORE_2, UnitState.ASKING));

        assertThat(view(jdbi).eta()).contains(Eta.unknown("it waits for an operator: core-2 still has files"));
    }

    /** Begun at 100 s before noon; the first of two units is over 50 s before noon. */
    private static void firstHalf(Jdbi jdbi) {
        Examples.started(jdbi);
        record(
                jdbi,
                new RunEvent.OfUpgrade(
                        "runs", FIRST, NOON.minusSeconds(100), "It runs.", WaitReason.NOTHING, UpgradeState.RUNNING));
        live(jdbi, CORE_1, -100, -90, -70, -60, -52, -50);
    }

    /** Through all its steps, at these seconds; the last is its end. */
    private static void live(Jdbi jdbi, InstanceId unit, int... seconds) {
        var states = new UnitState[] {
            UnitState.UPLOADING,
            UnitState.DRAINING,
            UnitState.INSTALLING,
            UnitState.VERIFYING,
            UnitState.MONITORING,
            UnitState.UPGRADED
        };
        for (int i = 0; i < states.length; i++) {
            record(jdbi, Examples.unit(unit + "-" + i, unit, states[i], seconds[i]));
        }
    }

    private static void record(Jdbi jdbi, RunEvent event) {
        new StoredRunLog(jdbi).record(event);
    }

    /** As it is read 50 s before noon. */
    private static UpgradeView view(Jdbi jdbi) {
        var then = Clock.fixed(NOON.minusSeconds(50), ZoneOffset.UTC);
        return Optional.of(Examples.queries(jdbi, then))
                .flatMap(queries -> queries.find(FIRST))
                .orElseThrow();
    }
}
