package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioOptionsTest {
    @TempDir
    private Path home;

    @BeforeEach
    void writePolicy() throws IOException {
        TypedOptions.writePolicy(home);
    }

    @Test
    void namesGatewaysWhereGatewaysAreUpgraded() {
        var request = TypedOptions.parsed(
                home, "--scenario=gateways", "--gateways=1", "--bad=installer-fails-late@gateway-1");
        assertThat(request.scenario().targets()).hasToString("[API Gateway 2.6.0-1]");

        var said = new StringWriter();
        assertThat(TypedOptions.commandLine(home, said).execute("--scenario=gateways", "--kill=worker@drain:core-1"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("there is no instance 'core-1': allowed is gateway-1 to gateway-2");
    }

    @Test
    void upgradesAllButFileStorageLive() {
        var request =
                TypedOptions.parsed(home, "--scenario=live", "--bad=never-starts@worker-b", "--bad=never-ready@core-2");

        assertThat(request.scenario().targets())
                .extracting(target -> target.part().name())
                .containsExactly("CONTROL_CENTER", "IDENTITY_SERVICE", "WORKER", "API_GATEWAY", "CORE");
        assertThat(request.shape().units(Scenario.LIVE).ids())
                .extracting(Object::toString)
                .contains("control-center", "identity-1", "worker-a", "worker-b", "worker-c", "gateway-1", "core-1");

        var said = new StringWriter();
        assertThat(TypedOptions.commandLine(home, said).execute("--scenario=live", "--bad=wrong-verdict@worker-b"))
                .isEqualTo(2);
        assertThat(said.toString())
                .contains(
                        "wrong-verdict@worker-b would not be seen, not every part can be bad so: allowed is installer-");
        assertThat(TypedOptions.commandLine(home, said).execute("--scenario=live", "--careless"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--careless goes without --scenario live");
    }

    @Test
    void upgradesAllSixInTheirOrderAndKillsWhereTheSystemIsClosed() {
        var request = TypedOptions.parsed(
                home,
                "--scenario=system",
                "--bad=never-ready@file-storage-1",
                "--kill=instance@stop-dependants:gateway-2",
                "--kill=worker@backup");

        assertThat(request.scenario().targets())
                .extracting(target -> target.part().name())
                .containsExactly("CONTROL_CENTER", "IDENTITY_SERVICE", "WORKER", "API_GATEWAY", "CORE", "FILE_STORAGE");
        assertThat(TypedOptions.parsed(home, "--scenario=storage", "--bad=no-way-back@file-storage-1")
                        .shape()
                        .units(Scenario.STORAGE)
                        .ids())
                .hasToString("[file-storage-1]");

        var said = new StringWriter();
        assertThat(TypedOptions.commandLine(home, said).execute("--scenario=system", "--careless"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--careless goes without --scenario system");
    }
}
