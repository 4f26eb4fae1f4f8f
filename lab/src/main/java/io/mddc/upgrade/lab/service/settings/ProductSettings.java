package io.mddc.upgrade.lab.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.cluster.Setting;
import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.http.PartSettings;
import io.mddc.upgrade.lab.service.http.PartThreads;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import io.mddc.upgrade.lab.service.http.UnexpectedAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The settings as the control center said them last. It is asked every two seconds; while it does not answer, and after a restart
 * of the part, what was known last holds.
 *
 * <p>Settings: dataFolder, minimumActiveCores until it is asked; settingsUrl and settingsKeyFile, without which it is never asked.
 */
public final class ProductSettings implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ProductSettings.class.getName());
    private static final ObjectMapper JSON = UpgradeJson.mapper();
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Path file;
    private final Optional<URI> url;
    private final Optional<Path> keyFile;
    private volatile KnownSettings known;
    private volatile String trouble = "";
    private final Optional<Thread> asking;

    private ProductSettings(PartSettings settings) {
        file = settings.path("dataFolder").resolve("settings.json");
        url = settings.optional("settingsUrl").map(URI::create);
        keyFile = settings.optional("settingsKeyFile").map(Path::of);
        known = remembered()
                .orElseGet(() -> KnownSettings.delivered(settings.optional("minimumActiveCores")
                        .map(Integer::parseInt)
                        .orElse(1)));
        asking = url.map(any -> PartThreads.repeat("settings", EVERY, this::ask));
    }

    public static ProductSettings of(PartSettings settings) {
        return new ProductSettings(settings);
    }

    public KnownSettings now() {
        return known;
    }

    @Override
    public void close() {
        asking.ifPresent(Thread::interrupt);
    }

    private void ask() {
        try {
            key().map(key -> new PartClient(url.orElseThrow(), PATIENCE, Optional.of(key))
                            .get("/api/v1/settings", JsonNode.class))
                    .map(ProductSettings::read)
                    .ifPresent(this::take);
            trouble = "";
        } catch (PartUnreachable | UnexpectedAnswer | UncheckedIOException e) {
            note(String.valueOf(e.getMessage()));
        }
    }

    private void note(String what) {
        if (trouble.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, () -> "The settings stay " + known + ": " + what);
        }
        trouble = what;
    }

    private void take(KnownSettings now) {
        if (!now.equals(known)) {
            LOG.log(System.Logger.Level.INFO, () -> "The settings are " + now);
            known = now;
            remember(now);
        }
    }

    private static KnownSettings read(JsonNode page) {
        return new KnownSettings(
                read(page, SettingName.WORKFLOW, Setting.Workflow.class),
                read(page, SettingName.MODULE_UPDATE, Setting.ModuleUpdate.class),
                read(page, SettingName.HEALTH_CHECK, Setting.HealthCheck.class));
    }

    private static <T extends Setting> T read(JsonNode page, SettingName name, Class<T> type) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(item -> item.path("name").asText().equals(name.word()))
                .map(item -> JSON.convertValue(item.path("value"), type))
                .findFirst()
                .orElseThrow(() -> new UnexpectedAnswer("The control center tells no setting " + name.word(), 200));
    }

    /** Empty until somebody has given it one. */
    private Optional<String> key() {
        var given = keyFile.filter(Files::exists);
        try {
            return given.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Files.readString(given.get()).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The key for the settings cannot be read", e);
        }
    }

    private Optional<KnownSettings> remembered() {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(file.toFile(), KnownSettings.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The settings " + file + " cannot be read", e);
        }
    }

    private void remember(KnownSettings now) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var temporary = file.resolveSibling(file.getFileName() + ".part");
            JSON.writeValue(temporary.toFile(), now);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The settings " + file + " cannot be written", e);
        }
    }
}
