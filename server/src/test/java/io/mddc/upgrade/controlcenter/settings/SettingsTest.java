package io.mddc.upgrade.controlcenter.settings;

import static io.mddc.upgrade.controlcenter.upgrades.Examples.CLOCK;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.FIRST;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.NOON;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.hold;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Setting;
import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.controlcenter.hold.HoldDao;
import io.mddc.upgrade.controlcenter.hold.SettingsFreeze;
import io.mddc.upgrade.controlcenter.store.OnBothDatabases;
import io.mddc.upgrade.run.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ClassTemplate
@ExtendWith(OnBothDatabases.class)
class SettingsTest {
    private static final Setting.Workflow DEEPER = new Setting.Workflow(7);

    private static SettingView put(Jdbi jdbi, Setting value) {
        return new Settings(jdbi, CLOCK).put(SettingName.WORKFLOW, value, "anna", digest -> true);
    }

    @Test
    void allAreThereFromTheBeginning(Jdbi jdbi) {
        assertThat(new Settings(jdbi, CLOCK).list())
                .extracting(SettingView::value)
                .containsExactlyInAnyOrder(
                        new Setting.Workflow(5), new Setting.ModuleUpdate("20261101"), new Setting.HealthCheck(1, 1));
        assertThat(new Settings(jdbi, CLOCK).minimumActiveCores()).isEqualTo(1);
    }

    @Test
    void aWriteIsKeptWithItsWriter(Jdbi jdbi) {
        var before = new Settings(jdbi, CLOCK).get(SettingName.WORKFLOW);

        var written = put(jdbi, DEEPER);

        assertThat(written).isEqualTo(new Settings(jdbi, CLOCK).get(SettingName.WORKFLOW));
        assertThat(written.value()).isEqualTo(DEEPER);
        assertThat(written.changedBy()).isEqualTo("anna");
        assertThat(written.changedAt()).contains(NOON);
        assertThat(written.digest()).isNotEqualTo(before.digest());
        assertThat(put(jdbi, new Setting.Workflow(5)).digest()).isEqualTo(before.digest());
    }

    @Test
    void aLostRaceChangesNothing(Jdbi jdbi) {
        var settings = new Settings(jdbi, CLOCK);
        var read = settings.get(SettingName.WORKFLOW).digest();
        put(jdbi, DEEPER);

        assertThatThrownBy(() -> settings.put(SettingName.WORKFLOW, new Setting.Workflow(9), "bob", read::equals))
                .isInstanceOf(SettingChanged.class)
                .hasMessageContaining("anna changed it");
        assertThat(settings.get(SettingName.WORKFLOW).value()).isEqualTo(DEEPER);
    }

    @Test
    void isFrozenExactlyWhileARowHoldsTheCluster(Jdbi jdbi) {
        var settings = new Settings(jdbi, CLOCK);
        started(jdbi);

        assertThat(settings.list()).allSatisfy(setting -> {
            assertThat(setting.frozenBy()).contains(FIRST);
            assertThat(setting.frozenSince()).contains(NOON);
        });
        assertThatThrownBy(() -> put(jdbi, DEEPER))
                .isInstanceOf(SettingsFrozen.class)
                .hasMessageContaining("upgrade 2026-11-22-1 holds the cluster since 2026-11-22T12:00:00Z");

        hold(jdbi).giveBack(FIRST, Outcome.ABORTED, "Aborted.");
        assertThat(put(jdbi, DEEPER).frozenBy()).isEmpty();
    }

    @Test
    void theRowKeepsTheDigestsItFound(Jdbi jdbi) {
        var deeper = put(jdbi, DEEPER).digest();
        started(jdbi);

        var held = jdbi.withExtension(HoldDao.class, HoldDao::findHeld).orElseThrow();

        assertThat(held.heldSettings().orElseThrow())
                .containsOnlyKeys("WORKFLOW", "MODULE_UPDATE", "HEALTH_CHECK")
                .containsEntry("WORKFLOW", deeper.value());
    }

    /** Otherwise the write would see nobody, and the upgrade would run under a setting it did not find. */
    @Test
    void aWriteWaitsForWhoIsJustTakingTheCluster(Jdbi jdbi) {
        started(jdbi);
        hold(jdbi).giveBack(FIRST, Outcome.ABORTED, "Aborted.");

        var write = jdbi.inTransaction(handle -> {
            handle.execute("UPDATE upgrade SET active_key = 'cluster' WHERE id = ?", FIRST.value());
            SettingsFreeze.note(handle, FIRST, NOON);
            var meanwhile = CompletableFuture.supplyAsync(() -> outcome(() -> put(jdbi, DEEPER)));
            Awaitility.await()
                    .pollDelay(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> !meanwhile.isDone());
            return meanwhile;
        });

        assertThat(write.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo("SettingsFrozen");
    }

    private static String outcome(Runnable write) {
        try {
            write.run();
            return "written";
        } catch (RuntimeException refused) {
            return refused.getClass().getSimpleName();
        }
    }
}
