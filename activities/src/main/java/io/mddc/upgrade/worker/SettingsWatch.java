package io.mddc.upgrade.worker;

import com.google.common.hash.Hashing;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.protocol.WatchedSetting;
import io.mddc.upgrade.worker.WorkerConfig.InstanceConfig;
import io.mddc.upgrade.worker.component.ComponentSilent;
import io.mddc.upgrade.worker.component.SettingSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settings that control centers of the vendor's on this host keep, on a thread of its own: one that does not answer must
 * not delay the reports. What could not be read is left out, never taken for changed.
 */
final class SettingsWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final StateLog state = new StateLog(LOG);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(SettingsWatch::thread);
    private final List<Center> centers;
    private volatile List<WatchedSetting> latest = List.of();

    SettingsWatch(List<Center> centers) {
        this.centers = List.copyOf(centers);
    }

    /**
     * @param sources how each of its settings is read
     */
    record Center(InstanceId id, URI address, Optional<Path> apiKeyFile, Map<SettingName, SettingSource> sources) {
        Center {
            sources = Map.copyOf(sources);
        }
    }

    static SettingsWatch of(WorkerConfig config) {
        return new SettingsWatch(config.instances().stream()
                .filter(instance -> instance.component() == Component.CONTROL_CENTER && !instance.isSelf())
                .map(instance -> center(instance, config.profiles()))
                .filter(center -> !center.sources().isEmpty())
                .toList());
    }

    private static Center center(InstanceConfig instance, Profiles profiles) {
        return new Center(
                instance.id(),
                instance.url(),
                instance.apiKeyFile(),
                profiles.read(instance.profile()).settings());
    }

    void start() {
        if (!centers.isEmpty()) {
            // Its future never completes: read() does not throw.
            var unused = clock.scheduleWithFixedDelay(this::read, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop() {
        clock.shutdownNow();
    }

    /** What was read last. */
    List<WatchedSetting> latest() {
        return latest;
    }

    /** One for each control center all of whose settings were read. */
    List<HostNote> notes() {
        var read = latest;
        return centers.stream()
                .map(Center::id)
                .filter(id -> read.stream()
                                .filter(it -> it.controlCenter().equals(id))
                                .count()
                        == SettingName.values().length)
                .map(id -> new HostNote(HostNote.Kind.SETTINGS_WATCHED, Optional.of(id)))
                .toList();
    }

    /** A look that fails must not end those after it: the schedule drops a task that throws. */
    void read() {
        var read = new ArrayList<WatchedSetting>();
        var problems = new ArrayList<String>();
        for (var center : centers) {
            center.sources().forEach((name, source) -> {
                try {
                    read.add(setting(center.id(), name, source.read(center.address(), center.apiKeyFile())));
                } catch (ComponentSilent silent) {
                    problems.add(center.id() + " " + name.word() + ": " + silent.sentence());
                } catch (RuntimeException unexpected) {
                    problems.add(center.id() + " " + name.word() + ": " + unexpected);
                }
            });
        }
        latest = List.copyOf(read);
        if (problems.isEmpty()) {
            state.well("the settings of " + centers.size() + " control centers are read");
        } else {
            state.trouble("settings cannot be read", String.join("; ", problems));
        }
    }

    private static WatchedSetting setting(InstanceId center, SettingName name, String document) {
        var digest = new Sha256(
                Hashing.sha256().hashString(document, StandardCharsets.UTF_8).toString());
        return new WatchedSetting(center, name, digest, document.length() <= WatchedSetting.LONGEST ? document : "");
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "settings");
        thread.setDaemon(true);
        return thread;
    }
}
