package io.mddc.upgrade.controlcenter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineConfigTest {
    private final YAMLMapper yaml = new YAMLMapper();

    @Test
    void isEmbeddedOnTheKnownPortsWhenNothingIsSaid() throws JsonProcessingException {
        var config = yaml.readValue("{}", EngineConfig.class);

        assertThat(config).isEqualTo(EngineConfig.defaults());
        assertThat(config.mode()).isEqualTo(EngineMode.EMBEDDED);
        assertThat(config.address()).hasToString("127.0.0.1:7233");
        assertThat(config.namespace()).isEqualTo("default");
        assertThat(config.webUi()).isEqualTo("http://127.0.0.1:8233");
        assertThat(config.embedded().toolsFolder()).isEqualTo(Path.of(".tools"));
        assertThat(config.external().tls().enabled()).isFalse();
    }

    @Test
    void readsEveryKey() throws JsonProcessingException {
        var config = yaml.readValue("""
                mode: external
                address: temporal.example.org:443
                namespace: upgrades.prod
                embedded: {webUiPort: 9000, toolsFolder: /opt/tools}
                external:
                  webUi: https://temporal.example.org
                  apiKeyFile: data/engine.key
                  tls: {enabled: true, authorityFile: "", certificateFile: pom.xml, keyFile: pom.xml}
                """, EngineConfig.class);

        assertThat(config)
                .isEqualTo(new EngineConfig(
                        EngineMode.EXTERNAL,
                        new Endpoint("temporal.example.org", 443),
                        "upgrades.prod",
                        new EmbeddedSettings(9000, Path.of("/opt/tools")),
                        new ExternalSettings(
                                "https://temporal.example.org",
                                new TlsSettings(true, "", "pom.xml", "pom.xml"),
                                "data/engine.key")));
        assertThat(config.webUi()).isEqualTo("https://temporal.example.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: trial | engine.mode is \"trial\": allowed is embedded or external",
                "address: here | engine.address is \"here\": allowed is host:port, such as 127.0.0.1:7233",
                "address: 127.0.0.1:70000 | engine.address is \"127.0.0.1:70000\": allowed is a port from 1 to 65535",
                "address: 10.0.0.1:7233 | engine.address is \"10.0.0.1:7233\": allowed is 127.0.0.1:port, because the"
                        + " embedded engine has no access control and its parts meet there",
                "namespace: 'a b' | engine.namespace is \"a b\": allowed is letters, digits, '.', '_' and '-'",
                "embedded: {webUiPort: 0} | engine.embedded.webUiPort is \"0\": allowed is a port from 1 to 65535",
                "embedded: {webUiPort: 7233} | engine.embedded.webUiPort is \"7233\": allowed is a port other than the"
                        + " one of engine.address",
                "external: {webUi: 'javascript:x'} | engine.external.webUi is \"javascript:x\": allowed is an http or"
                        + " https address, or empty",
                "external: {apiKeyFile: k} | engine.external.tls.enabled is \"false\": allowed is true, because a key"
                        + " must not travel in the clear",
                "external: {tls: {keyFile: pom.xml}} | engine.external.tls.keyFile is \"pom.xml\": allowed is a file"
                        + " when there is a certificateFile",
                "external: {tls: {authorityFile: none}} | engine.external.tls.authorityFile is \"none\": allowed is a"
                        + " readable file, or empty"
            })
    void namesKeyValueAndWhatIsAllowed(String line, String sentence) {
        assertThatThrownBy(() -> yaml.readValue(line, EngineConfig.class))
                .isInstanceOf(ValueInstantiationException.class)
                .rootCause()
                .isInstanceOf(UnusableEngineSetting.class)
                .hasMessage(sentence);
    }
}
