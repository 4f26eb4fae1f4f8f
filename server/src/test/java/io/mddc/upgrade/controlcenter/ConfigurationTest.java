package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jersey.validation.Validators;
import io.mddc.upgrade.cluster.Component;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    @TempDir
    Path folder;

    private ControlCenterConfig read(Path file) throws Exception {
        return new YamlConfigurationFactory<>(
                        ControlCenterConfig.class, Validators.newValidator(), ControlCenter.json(), "unused")
                .build(file.toFile());
    }

    private ControlCenterConfig read(String yaml) throws Exception {
        return read(Files.writeString(folder.resolve("config.yml"), yaml));
    }

    @Test
    void theShippedFileSaysTheDefaults() throws Exception {
        var shipped = read(Path.of("../config/control-center.yml"));
        var empty = read("{}");

        assertThat(shipped.listen()).isEqualTo(empty.listen());
        assertThat(shipped.dataFolder()).isEqualTo(empty.dataFolder());
        assertThat(shipped.policyFile()).isEqualTo(empty.policyFile());
        assertThat(shipped.database()).isEqualTo(empty.database());
        assertThat(shipped.engine()).isEqualTo(empty.engine());
        assertThat(shipped.componentByPackage()).isEqualTo(empty.componentByPackage());
        assertThat(shipped.limits().json().toBytes())
                .isEqualTo(empty.limits().json().toBytes());
        assertThat(shipped.limits().pack().toBytes())
                .isEqualTo(empty.limits().pack().toBytes());
        assertThat(shipped.limits().eventStreams()).isEqualTo(empty.limits().eventStreams());
        assertThat(shipped.times()).isEqualTo(empty.times());
    }

    @Test
    void everyKeyIsMapped() throws Exception {
        var config = read("""
                listen: {address: 127.0.0.9, port: 1, insecure: true}
                dataFolder: /d
                policyFile: /p
                database: {url: "jdbc:postgresql://h/n", user: u, password: s}
                engine: {mode: external, address: "h:1", namespace: n}
                packages: {CORE: a-core, API_GATEWAY: a-gateway}
                limits: {json: 2KiB, package: 3MiB, eventStreams: 4}
                times: {silentAfter: PT1S, freshReports: PT2S, reconcileEvery: PT3S, engineAnswer: PT4S,
                  eventBeat: PT5S, slowClient: PT6S}
                """);

        assertThat(config.listen()).isEqualTo(new ListenSettings("127.0.0.9", 1, true));
        assertThat(config.dataFolder()).isEqualTo(Path.of("/d"));
        assertThat(config.policyFile()).isEqualTo(Path.of("/p"));
        assertThat(config.database()).isEqualTo(new DatabaseSettings("jdbc:postgresql://h/n", "u", "s"));
        assertThat(config.engine().namespace()).isEqualTo("n");
        assertThat(config.componentByPackage())
                .isEqualTo(Map.of("a-core", Component.CORE, "a-gateway", Component.API_GATEWAY));
        assertThat(config.limits().json().toBytes()).isEqualTo(2_048);
        assertThat(config.limits().pack().toBytes()).isEqualTo(3 * 1_048_576);
        assertThat(config.limits().eventStreams()).isEqualTo(4);
        assertThat(config.times())
                .isEqualTo(new TimeSettings(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "listen: {port: 70000}               | listen.port is \"70000\": allowed is 0 to 65535",
                "listen: {address: 0.0.0.0}          | listen.address is \"0.0.0.0\": allowed is a loopback address",
                "listen: {address: no.such.invalid}  | listen.address is \"no.such.invalid\": allowed is an address",
                "listen: {prt: 1}                    | listen.prt is unknown: allowed is address, insecure, port",
                "database: {url: \"jdbc:mysql://x\"} | database.url is \"jdbc:mysql://x\": allowed is jdbc:postgresql:",
                "limits: {package: 0B}               | limits.package is \"0 bytes\": allowed is 1B or more",
                "limits: {eventStreams: 0}           | limits.eventStreams is \"0\": allowed is 1 or more",
                "times: {silentAfter: PT0S}          | times.silentAfter is \"PT0S\": allowed is more than PT0S",
                "times: {silentAfter: soon}          | times.silentAfter is 'soon': allowed is an ISO-8601 duration",
                "packages: {COR: x}                  | packages is 'COR': allowed is CORE, WORKER",
                "packages: {CORE: x, WORKER: x}      | packages is \"",
                "engine: {mode: other}               | engine.mode is \"other\": allowed is embedded or external",
                "policyFile: /no/such/file           | policyFile is \"/no/such/file\": allowed is a readable file",
                "server: {type: simple}              | server is \"",
                "unknown: 1                          | unknown is unknown: allowed is"
            })
    void refusesABadValueNamingKeyValueAndWhatIsAllowed(String yaml, String sentence) throws Exception {
        var config =
                Files.writeString(folder.resolve("bad.yml"), yaml + "\nlogging: {level: 'OFF'}\n" + policyFile(yaml));

        refuses(config, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "concurrency: 1\\nconcurrency: 2 | a YAML file with each key once; this one has: Duplicate field 'concurrency'",
                "- concurrency               | a YAML file with keys",
                "'concurrency: [1'           | a YAML file with each key once; this one has: while parsing a flow sequence"
            })
    void refusesAPolicyThatIsNoListOfKeys(String policy, String allowed) throws Exception {
        var file = Files.writeString(folder.resolve("policy.yml"), policy.replace("\\n", "\n"));
        var config =
                Files.writeString(folder.resolve("bad.yml"), "logging: {level: 'OFF'}\npolicyFile: " + file + "\n");

        refuses(config, "policyFile is \"" + file + "\": allowed is " + allowed);
    }

    private void refuses(Path config, String sentence) throws Exception {
        var start = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ControlCenter.class.getName(),
                        "server",
                        config.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();

        assertThat(lines(start.inputReader())).contains("The control center does not start: " + sentence);
        assertThat(start.waitFor()).isEqualTo(2);
    }

    private static String policyFile(String yaml) {
        return yaml.startsWith("policyFile")
                ? ""
                : "policyFile: " + Path.of("../config/policy.yml").toAbsolutePath() + "\n";
    }

    private static String lines(BufferedReader reader) throws IOException {
        var text = new StringBuilder();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }
}
