package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.lab.fault.FaultKind;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {
    @TempDir
    private Path home;

    @BeforeEach
    void writePolicy() throws IOException {
        TypedOptions.writePolicy(home);
    }

    @Test
    void asksForThreeCoresTwoGatewaysAndThreeHundredFilesByDefault() {
        var request = TypedOptions.parsed(home);

        assertThat(request.scenario()).isEqualTo(Scenario.CORES);
        assertThat(request.shape()).isEqualTo(new DemoRequest.Shape(3, 2));
        assertThat(request.traffic().files()).isEqualTo(300);
        assertThat(request.traffic().seed()).isEqualTo(1);
        assertThat(request.doing().careless()).isFalse();
        assertThat(request.doing().keep()).isFalse();
        assertThat(request.places().policy()).isEqualTo(home.resolve("config/lab-policy.yml"));
    }

    @Test
    void readsEveryOption() throws IOException {
        var policy = Files.writeString(home.resolve("other.yml"), "");
        var report = home.resolve("report.json");

        var request = TypedOptions.parsed(
                home,
                "--scenario=cores",
                "--cores=5",
                "--gateways=3",
                "--files=50",
                "--rate=2.5",
                "--seed=9",
                "--kill=worker@drain:core-2",
                "--kill=engine@install",
                "--terminate=verify:core-1",
                "--engine=embedded",
                "--keep",
                "--no-color",
                "--policy=" + policy,
                "--report=" + report);

        assertThat(request.shape()).isEqualTo(new DemoRequest.Shape(5, 3));
        assertThat(request.traffic()).isEqualTo(new DemoRequest.Traffic(50, 2.5, 9));
        assertThat(request.doing().engine()).isEqualTo(EngineKind.EMBEDDED);
        assertThat(request.doing().kills())
                .extracting(Object::toString)
                .containsExactly("worker@drain:core-2", "engine@install", "workflow@verify:core-1");
        assertThat(request.doing().keep()).isTrue();
        assertThat(request.places()).isEqualTo(new DemoRequest.Places(policy, Optional.of(report), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--scenario=everything | --scenario is 'everything': allowed is cores, gateways",
                "--cores=1 | --cores is 1: allowed is 2 to 20",
                "--cores=many | is not an int",
                "--gateways=0 | --gateways is 0: allowed is 1 to 3",
                "--red-hat=host-d | --red-hat is 'host-d': allowed is host-a to host-c",
                "--red-hat=core-3 | --red-hat is 'core-3': allowed is host-a to host-c",
                "--files=0 | --files is 0: allowed is 1 to 1000000",
                "--rate=0 | --rate is 0.0: allowed is 0.1 to 200",
                "--engine=real | --engine is 'real': allowed is embedded, trial",
                "--kill=host@drain | cannot be killed: allowed is control-center",
                "--kill=worker@lunch | is not a step",
                "--kill=workflow@drain | cannot be killed: allowed is control-center",
                "--terminate=lunch | --terminate: 'lunch' is not a step",
                "--terminate=engine@drain | --terminate: 'engine@drain' is not a step: allowed is STEP[:INSTANCE]",
                "--terminate=drain:core-4 | --terminate: there is no instance 'core-4': allowed is core-1 to core-3",
                "--kill=worker@backup | that is not a step of --scenario cores",
                "--policy=nowhere.yml | --policy is nowhere.yml, which is no readable file",
                "--report=/nowhere/report.json | --report is /nowhere/report.json, which cannot be written",
                "--kill=worker@drain:core-4 | allowed is core-1 to core-3",
                "--bad=tired | --bad: 'tired' is no kind of fault: allowed is installer-fails-early, installer-fails-late",
                "--bad=never-ready@ | is no fault: allowed is KIND[@INSTANCE]",
                "--bad=unsigned | --bad: 'unsigned' is not built yet: allowed is installer-fails-early",
                "--bad=unsigned@core-2 | --bad: 'unsigned' is not built yet: allowed is",
                "--bad=corrupt | corrupt cannot be built into a package: allowed is corrupt@INSTANCE",
                "--bad=never-ready@core-4 | there is no instance 'core-4': allowed is core-1 to core-3",
                "--bad=never-ready@gateway-1 | there is no instance 'gateway-1': allowed is core-1 to core-3",
                "--bad=never-ready@Core! | --bad: "
            })
    void refusesWithTwoAndNamesWhatIsAllowed(String option, String sentence) {
        var said = new StringWriter();

        int status = TypedOptions.commandLine(home, said).execute(option);

        assertThat(said.toString()).contains(sentence);
        assertThat(status).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bad=never-ready@core-2 --bad=wrong-version@core-2",
                "--bad=never-ready --bad=never-ready",
                "--bad=never-ready --bad=wrong-version@core-2"
            })
    void refusesToMakeAnInstanceBadTwice(String options) {
        var said = new StringWriter();

        assertThat(TypedOptions.commandLine(home, said).execute(options.split(" ")))
                .isEqualTo(2);
        assertThat(said.toString())
                .contains("makes an instance bad twice: allowed is one KIND, or KIND@INSTANCE once for an instance");
    }

    @Test
    void refusesABadVersionWhereNobodyGoesBack() {
        var said = new StringWriter();

        assertThat(TypedOptions.commandLine(home, said).execute("--careless", "--bad=never-ready"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--careless goes without --bad");
    }

    @Test
    void givesTheNamedHostsRpmAndDnf() {
        var request = TypedOptions.parsed(home, "--red-hat=host-c", "--red-hat", "host-b");

        assertThat(request.shape().redHat()).containsExactlyInAnyOrder(new HostId("host-b"), new HostId("host-c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--careless | --careless goes without --red-hat",
                "--bad=needs-reboot@core-2 | --bad needs-reboot goes without --red-hat"
            })
    void refusesRpmAndDnfWhereTheyWouldNotBeSeen(String option, String sentence) {
        var said = new StringWriter();

        assertThat(TypedOptions.commandLine(home, said).execute("--red-hat=host-c", option))
                .isEqualTo(2);
        assertThat(said.toString()).contains(sentence);
    }

    @Test
    void readsFaultsAndNamesEachKindInItsHelp() {
        var request = TypedOptions.parsed(home, "--bad=never-ready@core-2", "--bad=corrupt@core-3");

        assertThat(request.doing().faults())
                .extracting(Object::toString)
                .containsExactly("never-ready@core-2", "corrupt@core-3");
        assertThat(TypedOptions.commandLine(home, new StringWriter())
                        .getUsageMessage()
                        .replaceAll("\\s+", " "))
                .contains(Arrays.stream(FaultKind.values()).map(FaultKind::word).toList());
    }

    @Test
    void takesTheEngineThatThereIs() throws IOException {
        assertThat(EngineKind.chosen(Optional.of("trial"), home)).isEqualTo(EngineKind.TRIAL);

        var program =
                Files.createFile(Files.createDirectories(home.resolve(".tools")).resolve("temporal"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(TypedOptions.parsed(home).doing().engine()).isEqualTo(EngineKind.EMBEDDED);
        assertThat(TypedOptions.parsed(home, "--engine=trial").doing().engine()).isEqualTo(EngineKind.TRIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine@install", "everything@drain:core-2"})
    void refusesToKillAnEngineThatKeepsEverythingInMemory(String kill) {
        var said = new StringWriter();

        assertThat(TypedOptions.commandLine(home, said)
                        .execute("--engine=trial", "--kill=worker@drain", "--kill=" + kill))
                .isEqualTo(2);
        assertThat(said.toString())
                .startsWith("demo: --kill " + kill + " needs an engine that survives it")
                .contains("--engine embedded");
    }

    @Test
    void refusesToTerminateWhereNobodyCleansUp() {
        var said = new StringWriter();

        assertThat(TypedOptions.commandLine(home, said).execute("--careless", "--terminate=drain"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--careless goes without --terminate");
    }

    @Test
    void refusesToKillWhereNobodyRecovers() {
        var said = new StringWriter();

        assertThat(TypedOptions.commandLine(home, said).execute("--careless", "--kill=worker@drain"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--careless goes without --kill");
    }
}
