package io.mddc.upgrade.worker;

import io.mddc.upgrade.worker.artifact.PackageSource;
import io.mddc.upgrade.worker.artifact.PackageStore;
import io.mddc.upgrade.worker.control.HostClock;
import io.mddc.upgrade.worker.control.HostRestart;
import io.mddc.upgrade.worker.installer.DetachedInstall;
import io.mddc.upgrade.worker.installer.InstallJournal;
import io.mddc.upgrade.worker.installer.KeptConfiguration;
import io.mddc.upgrade.worker.installer.Scripts;
import java.time.Duration;

/** Everything a worker consists of, put together by hand. */
final class WorkerApplication {
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final Reports reports;
    private final SettingsWatch settings;
    private final EngineLink engine;
    private final Duration reportEvery;

    WorkerApplication(WorkerConfig config, String version) {
        var controlCenter = new ControlCenter(config.controlCenter());
        var installation = installation(config);
        var self = new SelfClient(version, installation.journal());
        var running = new RunningFiles(config.dataFolder().resolve("running"));
        var instances = LocalInstances.of(config, self, running);
        var observe = new ObserveInstance(instances, installation);
        var facts = new HostFacts(config.dataFolder());
        this.settings = SettingsWatch.of(config);
        this.reports = new Reports(
                new Reports.Reporter(config.host(), version, facts, observe, installation, settings),
                controlCenter,
                self::heard,
                running::note);
        this.engine = new EngineLink(
                config,
                version,
                new HostActivitiesImpl(
                        instances,
                        store(config, controlCenter),
                        installation,
                        new Permits(config.host(), controlCenter),
                        Heartbeat.ofActivity(config.poll())),
                new TaskTokens(config.dataFolder().resolve("tokens")));
        this.reportEvery = config.reportEvery();
    }

    static Installation installation(WorkerConfig config) {
        var data = config.dataFolder();
        var scripts = new Scripts(data.resolve("scripts"));
        var journal = new InstallJournal(data.resolve("journal"));
        return new Installation(
                config.installer().installer(scripts),
                journal,
                new DetachedInstall(
                        data.resolve("lock"),
                        journal,
                        scripts,
                        config.installer().detached()),
                new KeptConfiguration(data.resolve("kept")),
                scripts,
                new HostRestart(config.rebootCommand(), data.resolve("reboots"), HostClock::boot));
    }

    static PackageStore store(WorkerConfig config, ControlCenter controlCenter) {
        var source = new PackageSource(
                controlCenter.http(), config.controlCenter().url(), controlCenter::credential, STALLED);
        return new PackageStore(config.dataFolder(), source);
    }

    /** Works until the thread is interrupted. */
    void run() throws InterruptedException {
        settings.start();
        reports.start(reportEvery);
        engine.run();
    }

    void stop() {
        reports.stop();
        settings.stop();
        engine.stop();
    }
}
