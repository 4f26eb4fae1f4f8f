package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.protocol.WatchedSetting;
import io.mddc.upgrade.worker.fixture.FakeCore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of a control center of the vendor's, read over real HTTP and by a real program. */
class SettingsWatchTest {
    private static final InstanceId CENTER = new InstanceId("control-center-9");

    private final FakeCore server = new FakeCore();

    @TempDir
    private Path folder;

    @BeforeEach
    void answers() throws Exception {
        server.saying("/config/workflow", "{\"b\": {\"y\": 1, \"x\": [2, 1]}, \"a\": true}");
        server.saying("/config/updates", "{\"definitions\":\"20261101\"}");
        Files.writeString(folder.resolve("health.json"), "{ \"minimum\": 2 }");
        Files.writeString(folder.resolve("vendor.yml"), """
                talk: {kind: HTTP, version: /version, ready: /readyz}
                settings:
                  workflow: {path: /config/workflow}
                  module-update: {path: /config/updates}
                  health-check: {program: [cat, %s]}
                """.formatted(folder.resolve("health.json")));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private SettingsWatch watch() {
        var sources = new Profiles(folder).read("vendor").settings();
        var watch =
                new SettingsWatch(List.of(new SettingsWatch.Center(CENTER, server.url(), Optional.empty(), sources)));
        watch.read();
        return watch;
    }

    @Test
    void readsEachAsCanonicalJsonAndSaysThatAllAreWatched() {
        var watch = watch();

        assertThat(watch.latest())
                .extracting(WatchedSetting::name, WatchedSetting::document)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                SettingName.WORKFLOW, "{\"a\":true,\"b\":{\"x\":[2,1],\"y\":1}}"),
                        org.assertj.core.groups.Tuple.tuple(
                                SettingName.MODULE_UPDATE, "{\"definitions\":\"20261101\"}"),
                        org.assertj.core.groups.Tuple.tuple(SettingName.HEALTH_CHECK, "{\"minimum\":2}"));
        assertThat(watch.notes()).containsExactly(new HostNote(HostNote.Kind.SETTINGS_WATCHED, Optional.of(CENTER)));
    }

    @Test
    void theOrderOfKeysAndSpacesIsNoChangeAndAValueIs() {
        var before = workflow(watch());

        server.saying("/config/workflow", "{\"a\":true,\"b\":{\"x\":[2,1],\"y\":1}}");
        assertThat(workflow(watch())).isEqualTo(before);

        server.saying("/config/workflow", "{\"a\":true,\"b\":{\"x\":[1,2],\"y\":1}}");
        assertThat(workflow(watch()).digest()).isNotEqualTo(before.digest());
    }

    @Test
    void whatCannotBeReadIsLeftOutAndNotCalledWatched() {
        server.saying("/config/updates", "<html>");

        var watch = watch();

        assertThat(watch.latest())
                .extracting(WatchedSetting::name)
                .containsExactlyInAnyOrder(SettingName.WORKFLOW, SettingName.HEALTH_CHECK);
        assertThat(watch.notes()).isEmpty();
    }

    @Test
    void aLongDocumentIsWatchedByItsDigestAlone() {
        var longText = "x".repeat(WatchedSetting.LONGEST);
        server.saying("/config/workflow", "{\"a\":\"" + longText + "\"}");

        assertThat(workflow(watch()).document()).isEmpty();
    }

    @Test
    void aProfileNamesNoOtherSetting() throws Exception {
        Files.writeString(folder.resolve("vendor.yml"), """
                talk: {kind: HTTP, version: /version, ready: /readyz}
                settings: {colours: {path: /config/colours}}
                """);

        assertThatThrownBy(() -> new Profiles(folder).read("vendor"))
                .isInstanceOf(BadConfig.class)
                .hasMessageContaining("colours");
    }

    private static WatchedSetting workflow(SettingsWatch watch) {
        return watch.latest().stream()
                .filter(setting -> setting.name() == SettingName.WORKFLOW)
                .findFirst()
                .orElseThrow();
    }
}
