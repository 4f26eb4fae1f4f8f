package io.mddc.upgrade.controlcenter.hold;

import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.protocol.WatchedSetting;
import io.mddc.upgrade.protocol.WorkerReport;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings that control centers of the vendor's keep: watched, not locked. What the upgrade found when it took the cluster is
 * kept with its row; each change past us pauses it once, with the difference, and is known from then on, so a person's resume
 * accepts it. A pause that is not taken, because the upgrade is paused already, is tried again until it is: who resumes it must
 * have seen the change.
 */
public final class WatchedSettings implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(WatchedSettings.class);

    private final Jdbi jdbi;
    private final HeldCluster cluster;
    private final UpgradeWorkflows workflows;

    public WatchedSettings(Jdbi jdbi, HeldCluster cluster, UpgradeWorkflows workflows) {
        this.jdbi = jdbi;
        this.cluster = cluster;
        this.workflows = workflows;
    }

    /**
     * Reported twice is reported once. What a report does not have could not be read, and stays as it was. A worker speaks of what
     * is on its own host, and of nothing else.
     */
    public static void take(Handle handle, WorkerReport report, Instant now) {
        var dao = handle.attach(WatchedSettingDao.class);
        var own = report.settings().stream()
                .filter(setting -> report.instances().stream()
                        .anyMatch(instance -> instance.id().equals(setting.controlCenter())))
                .toList();
        for (var setting : own) {
            if (dao.insert(setting, report.host(), now) == 0) {
                dao.update(setting, report.host(), now);
            }
        }
    }

    /** In the transaction in which the upgrade takes the cluster: what it finds is what it knows. */
    static void note(Handle handle, UpgradeId upgrade) {
        var dao = handle.attach(WatchedSettingDao.class);
        dao.updateFound(upgrade, settings(dao));
    }

    public static List<WatchedRow> list(Handle handle) {
        return handle.attach(WatchedSettingDao.class).list();
    }

    @Override
    public void run() {
        try {
            cluster.holder().ifPresent(holder -> look(holder.upgrade()));
        } catch (EngineSilent silent) {
            log.warn("A change of settings is not told: {}", silent.detail());
        } catch (RuntimeException unexpected) {
            log.error("Watched settings could not be compared", unexpected);
        }
    }

    /** A crash after the pause and before it is noted tells the same pause again, which is done once. */
    private void look(UpgradeId upgrade) {
        var known = jdbi.inTransaction(
                handle -> handle.attach(WatchedSettingDao.class).lockKnown(upgrade));
        var read = jdbi.withHandle(WatchedSettings::list);
        var changed =
                read.stream().filter(row -> known.isChanged(row.setting())).toList();
        if (!changed.isEmpty()) {
            var sentence = changed.stream().map(row -> sentence(row, known)).collect(joining(" "));
            if (!workflows.pause(upgrade, key(known, changed), sentence)) {
                return;
            }
            log.warn("Upgrade {} is paused: {}", upgrade, sentence);
        }
        var now = known.with(read.stream().map(WatchedRow::setting).toList(), changed.isEmpty() ? 0 : 1);
        if (!now.equals(known)) {
            jdbi.useExtension(WatchedSettingDao.class, dao -> dao.updateKnown(upgrade, now));
        }
    }

    /** The same for the same change after the same ones, so that a pause that was taken is not given twice. */
    private static String key(KnownSettings known, List<WatchedRow> changed) {
        var digests =
                changed.stream().map(row -> row.setting().digest().value()).collect(joining(","));
        return "settings-%d-%s".formatted(known.changes() + 1, SettingsFreeze.digest(digests));
    }

    private static String sentence(WatchedRow row, KnownSettings known) {
        var before = known.before(row.setting()).map(WatchedSetting::document).orElse("");
        return "the setting %s of %s on %s was changed past this product, seen since %s: %s."
                .formatted(
                        row.setting().name().word(),
                        row.setting().controlCenter(),
                        row.host(),
                        row.changedAt().truncatedTo(ChronoUnit.SECONDS),
                        SettingDifference.of(before, row.setting().document()));
    }

    private static List<WatchedSetting> settings(WatchedSettingDao dao) {
        return dao.list().stream().map(WatchedRow::setting).toList();
    }
}
