package io.mddc.upgrade.controlcenter;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import io.mddc.upgrade.controlcenter.access.AccessFilter;
import io.mddc.upgrade.controlcenter.access.AdminToken;
import io.mddc.upgrade.controlcenter.access.CredentialDao;
import io.mddc.upgrade.controlcenter.access.Credentials;
import io.mddc.upgrade.controlcenter.access.EnrolmentResource;
import io.mddc.upgrade.controlcenter.access.NewCredentials;
import io.mddc.upgrade.controlcenter.access.Role;
import io.mddc.upgrade.controlcenter.access.TokenResource;
import io.mddc.upgrade.controlcenter.audit.AuditDao;
import io.mddc.upgrade.controlcenter.audit.AuditFilter;
import io.mddc.upgrade.controlcenter.audit.AuditResource;
import io.mddc.upgrade.controlcenter.console.Console;
import io.mddc.upgrade.controlcenter.console.Tokens;
import io.mddc.upgrade.controlcenter.emergency.EmergencyStopResource;
import io.mddc.upgrade.controlcenter.engine.Engine;
import io.mddc.upgrade.controlcenter.hold.EmergencyStops;
import io.mddc.upgrade.controlcenter.hold.Reconciler;
import io.mddc.upgrade.controlcenter.hold.WatchedSettings;
import io.mddc.upgrade.controlcenter.hold.WindowNews;
import io.mddc.upgrade.controlcenter.inventory.FreshClusterState;
import io.mddc.upgrade.controlcenter.inventory.InstanceResource;
import io.mddc.upgrade.controlcenter.inventory.Inventory;
import io.mddc.upgrade.controlcenter.inventory.InventoryDao;
import io.mddc.upgrade.controlcenter.inventory.Statements;
import io.mddc.upgrade.controlcenter.inventory.WorkerResource;
import io.mddc.upgrade.controlcenter.metrics.Metrics;
import io.mddc.upgrade.controlcenter.metrics.MetricsResource;
import io.mddc.upgrade.controlcenter.packages.PackageDao;
import io.mddc.upgrade.controlcenter.packages.PackageResource;
import io.mddc.upgrade.controlcenter.packages.Packages;
import io.mddc.upgrade.controlcenter.permits.PermitResource;
import io.mddc.upgrade.controlcenter.permits.Permits;
import io.mddc.upgrade.controlcenter.settings.SettingDocuments;
import io.mddc.upgrade.controlcenter.settings.Settings;
import io.mddc.upgrade.controlcenter.settings.SettingsResource;
import io.mddc.upgrade.controlcenter.upgrades.BoundedCalls;
import io.mddc.upgrade.controlcenter.upgrades.CountDao;
import io.mddc.upgrade.controlcenter.upgrades.PolicyFile;
import io.mddc.upgrade.controlcenter.upgrades.RunLogWatches;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeMeters;
import io.mddc.upgrade.controlcenter.upgrades.Upgrades;
import io.mddc.upgrade.controlcenter.windows.StoredMaintenanceWindows;
import io.mddc.upgrade.controlcenter.windows.Windows;
import io.mddc.upgrade.plan.ClusterView;
import io.mddc.upgrade.plan.SettingFindings;
import io.mddc.upgrade.plan.VersionRules;
import io.mddc.upgrade.protocol.WorkerReport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Puts the rooms together: each gets what it needs of the others here and nowhere else. */
final class Rooms {
    private final ControlCenterConfig config;
    private final Environment environment;
    private final Jdbi jdbi;
    private final Metrics metrics;
    private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    private final ScheduledExecutorService timer;

    Rooms(ControlCenterConfig config, Environment environment, Jdbi jdbi, Metrics metrics) {
        this.config = config;
        this.environment = environment;
        this.jdbi = jdbi;
        this.metrics = metrics;
        this.timer = environment
                .lifecycle()
                .scheduledExecutorService("timer-%d")
                .threads(2)
                .build();
    }

    void open(PolicyFile policy, VersionRules versions, Engine engine) {
        var credentials = openAccess();
        var inventory = openInventory();
        var statements = openStatements(inventory);
        var packages = openPackageStore();
        var settings = new Settings(jdbi, clock);
        var calls = new BoundedCalls(engine::client, config.times().engineAnswer(), timer, metrics.registry());
        var watches = new RunLogWatches();
        var windows = new Windows(jdbi, clock);
        Supplier<ClusterView> cluster = () -> new ClusterView(
                inventory.instances(),
                inventory.silentHosts(),
                packages.list(),
                inventory.hosts(),
                versions,
                settings.minimumActiveCores(),
                statements.known(config.askedFrom()));
        var upgrades = new Upgrades(
                jdbi,
                clock,
                new Upgrades.Surroundings(cluster, policy, calls, engine::webUi, watches, windows::calendar));
        var watched = new Watching(config, environment, clock).open(upgrades.queries(), calls, metrics, watches);
        var meters = new UpgradeMeters(jdbi.onDemand(CountDao.class), metrics.registry());
        watches.add(meters);
        metrics.beforeShowing(meters::count);
        register(upgrades.resources(environment.getObjectMapper()).toArray());
        register(windows.resources(new WindowNews(upgrades, upgrades.workflows())::tell)
                .toArray());
        register(
                new PackageResource(packages, jdbi.onDemand(PackageDao.class), upgrades::needing),
                new PermitResource(new Permits(jdbi, clock), metrics.registry()),
                new MetricsResource(metrics));
        var documents = new SettingDocuments(settings, environment.getObjectMapper());
        openConsole(
                new Console.Sources(upgrades.queries(), watched, documents, () -> SettingFindings.of(cluster.get())),
                credentials);
        var stops = new EmergencyStops(jdbi, clock);
        var reconciler = new Reconciler(upgrades, upgrades.workflows(), inventory::openInstalls, stops);
        register(new SettingsResource(documents), new EmergencyStopResource(stops, () -> timer.execute(reconciler)));
        var polling = new WorkflowPolling(engine, activities(upgrades, windows, statements));
        var watch = new WatchedSettings(jdbi, upgrades, upgrades.workflows());
        manage(
                engine,
                polling,
                new Every(config.times().reconcileEvery(), reconciler, timer),
                new Every(config.times().reconcileEvery(), watch, timer));
        register(new HealthResource(new Vitals(jdbi, engine, polling, reconciler).readiness()));
    }

    private Credentials openAccess() {
        var dao = jdbi.onDemand(CredentialDao.class);
        var audit = jdbi.onDemand(AuditDao.class);
        var credentials = new Credentials(dao);
        var made = new NewCredentials(dao, clock);
        new AdminToken(config.dataFolder(), dao, clock).ensure();
        register(
                new AccessFilter(credentials),
                new AuditFilter(audit, clock),
                new AuditResource(audit),
                new EnrolmentResource(made),
                new TokenResource(made));
        return credentials;
    }

    /** Pages are for people: a worker's credential opens none. */
    private void openConsole(Console.Sources sources, Credentials credentials) {
        Tokens tokens = hash -> credentials.callerOf(hash).filter(caller -> caller.role() != Role.WORKER);
        Console.register(environment, sources, tokens, clock);
    }

    private Inventory openInventory() {
        var dao = jdbi.onDemand(InventoryDao.class);
        var inventory = new Inventory(dao, config.times().silentAfter(), clock);
        register(new WorkerResource(dao, inventory, this::watchSettings));
        return inventory;
    }

    private void watchSettings(WorkerReport report) {
        jdbi.useTransaction(handle -> WatchedSettings.take(handle, report, clock.instant()));
    }

    private Statements openStatements(Inventory inventory) {
        var dao = jdbi.onDemand(InventoryDao.class);
        var statements = new Statements(dao, inventory, clock);
        register(new InstanceResource(dao, statements));
        return statements;
    }

    private Packages openPackageStore() {
        return Packages.open(
                jdbi.onDemand(PackageDao.class),
                config.dataFolder().resolve("packages"),
                config.limits().pack().toBytes(),
                config.componentByPackage(),
                clock);
    }

    private List<Object> activities(Upgrades upgrades, Windows windows, Statements statements) {
        var cluster = new FreshClusterState(
                jdbi.onDemand(InventoryDao.class), config.times().freshReports(), clock);
        var calendar = new StoredMaintenanceWindows(windows::calendar, upgrades::stepTimes);
        return Stream.concat(Stream.of(cluster, calendar, statements), upgrades.activities().stream())
                .toList();
    }

    private void register(Object... parts) {
        Stream.of(parts).forEach(environment.jersey()::register);
    }

    private void manage(Managed... parts) {
        Stream.of(parts).forEach(environment.lifecycle()::manage);
    }
}
