package io.mddc.upgrade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.HostNote.Kind;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.Finding.Code;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingFindingsTest {
    private static final InstanceId CENTER = new InstanceId("control-center-9");
    private static final HostId HOST = new HostId("host-a");

    @Test
    void warnOfAControlCenterOfTheVendorsWhoseSettingsNobodyReads() {
        assertThat(find()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.SETTINGS_NOT_WATCHED);
            assertThat(finding.code().blocking()).isFalse();
            assertThat(finding.sentence()).startsWith("control-center-9 on host-a is not a part of this product");
        });
    }

    @Test
    void areSilentWhereTheyAreReadOrItIsOurs() {
        assertThat(find(Kind.SETTINGS_WATCHED)).isEmpty();
        assertThat(find(Kind.SELF)).isEmpty();
    }

    private static List<Finding> find(Kind... kinds) {
        var notes = Stream.of(kinds)
                .map(kind -> new HostNote(kind, Optional.of(CENTER)))
                .toList();
        var center = new Instance(
                CENTER,
                Component.CONTROL_CENTER,
                HOST,
                URI.create("http://127.0.0.1:8892"),
                Optional.of(new Version("2.5.0-1")),
                "2.5.0",
                Health.READY,
                "");
        return new SettingFindings(new ClusterView(
                        List.of(center),
                        Set.of(),
                        List.of(),
                        Map.of(HOST, new HostView(Platform.UNTOLD, 1, notes)),
                        VersionRules.NONE))
                .find();
    }
}
