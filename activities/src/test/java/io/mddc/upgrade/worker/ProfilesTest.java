package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.worker.component.Profile;
import io.mddc.upgrade.worker.fixture.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheShippedOnes() {
        var shipped = new Profiles(TestHost.PROFILES);

        assertThat(shipped.read(Profiles.nameOf(Component.CORE)))
                .isEqualTo(
                        new Profile(new Profile.CoreRest(true), new Profile.Rest("/admin/isolation"), Duration.ZERO));
        assertThat(shipped.read(Profiles.nameOf(Component.API_GATEWAY)))
                .isEqualTo(new Profile(
                        new Profile.Http("/version", "version", "/readyz", Optional.of("/admin/work")),
                        new Profile.Rest("/admin/isolation"),
                        Duration.ofSeconds(30),
                        Optional.of(new Profile.ClosingBy("/admin/maintenance", "/admin/maintenance/file"))));
        assertThat(shipped.read(Profiles.nameOf(Component.IDENTITY_SERVICE)))
                .isEqualTo(new Profile(
                        new Profile.Http("/version", "version", "/readyz", Optional.empty()),
                        new Profile.None(),
                        Duration.ZERO));
    }

    @Test
    void readsPrograms() throws IOException {
        write("""
                talk: {kind: PROGRAMS, version: [ctl, version], ready: [ctl, ready]}
                isolation: {isolate: [lb, out], rejoin: [lb, in], status: [lb, owner]}
                """);

        assertThat(new Profiles(folder).read("mine"))
                .isEqualTo(new Profile(
                        new Profile.Programs(List.of("ctl", "version"), List.of("ctl", "ready"), List.of()),
                        new Profile.ByPrograms(List.of("lb", "out"), List.of("lb", "in"), List.of("lb", "owner")),
                        Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    talk: {kind: FTP}                                              | mine.yml: talk.kind is 'FTP'
                    talk: {kind: CORE}                                             | mine.yml: talk.knownAnswers is missing
                    talk: {kind: CORE, knownAnswers: perhaps}                      | mine.yml: talk.knownAnswers is 'perhaps'
                    talk: {kind: HTTP, version: version, ready: /r}                | mine.yml: talk.version is 'version'
                    talk: {kind: HTTP, version: /v, ready: /r, answers: true}      | unknown key mine.yml: talk.answers
                    talk: {kind: PROGRAMS, version: ctl, ready: [ctl]}             | mine.yml: talk.version is '"ctl"'
                    talks: {}                                                      | unknown key mine.yml: talks
                    """)
    void refusesABadValueNamingFileKeyValueAndWhatIsAllowed(String text, String message) throws IOException {
        write(text);

        assertThatThrownBy(() -> new Profiles(folder).read("mine"))
                .isInstanceOf(BadConfig.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"none", "../profiles/core", "''"})
    void refusesANameThatIsNoFileOfTheFolder(String name) {
        assertThatThrownBy(() -> new Profiles(TestHost.PROFILES).read(name))
                .isInstanceOf(BadConfig.class)
                .hasMessageContaining("the name of a file in " + TestHost.PROFILES);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("mine.yml"), text);
    }
}
