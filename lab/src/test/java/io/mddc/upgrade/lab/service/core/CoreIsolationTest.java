package io.mddc.upgrade.lab.service.core;

import static io.mddc.upgrade.lab.service.core.CoreSurroundings.ISOLATION;
import static io.mddc.upgrade.lab.service.core.CoreSurroundings.awaitReady;
import static io.mddc.upgrade.lab.service.core.CoreSurroundings.client;
import static io.mddc.upgrade.lab.service.core.CoreSurroundings.isolate;
import static io.mddc.upgrade.lab.service.core.CoreSurroundings.json;
import static io.mddc.upgrade.lab.service.core.CoreSurroundings.probe;
import static io.mddc.upgrade.lab.service.core.CoreSurroundings.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.lab.service.admin.Isolation;
import io.mddc.upgrade.lab.service.shared.FileState;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreIsolationTest {
    @TempDir
    private Path folder;

    private CoreSurroundings lab;

    @BeforeEach
    void startWhatACoreNeeds() throws IOException {
        lab = new CoreSurroundings(folder);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void staysIsolatedOverARestart() throws IOException {
        try (var core = lab.core("5.16.0-1", "PT0.05S")) {
            isolate(core, "upgrade/1");
        }
        try (var core = lab.core("5.17.0-1", "PT0.05S")) {
            awaitReady(core);

            assertThat(probe(core).isolation()).map(Isolation::owner).contains("upgrade/1");
            assertThat(probe(core).work().takingWork()).isFalse();
        }
    }

    @Test
    void keepsTheFirstInstantWhenTheSameOwnerIsolatesAgain() throws IOException {
        try (var core = lab.core("5.16.0-1", "PT0.05S")) {
            isolate(core, "upgrade/1");
            var since = probe(core).isolation().map(Isolation::since);
            isolate(core, "upgrade/1");

            assertThat(probe(core).isolation().map(Isolation::since)).isEqualTo(since);
        }
    }

    @Test
    void refusesToIsolateOrReleaseForAnotherOwner() throws IOException {
        try (var core = lab.core("5.16.0-1", "PT0.05S")) {
            isolate(core, "upgrade/1");
            var isolating = client(core)
                    .exchange("PUT", "/admin/isolation", BodyPublishers.ofString(ISOLATION.formatted("upgrade/2")));
            var releasing =
                    client(core).exchange("DELETE", "/admin/isolation?owner=upgrade/2", BodyPublishers.noBody());

            assertThat(isolating.statusCode()).isEqualTo(409);
            assertThat(releasing.statusCode()).isEqualTo(409);
            assertThat(json(releasing).path("owner").asText()).isEqualTo("upgrade/1");
        }
    }

    @Test
    void takesNoNewFileOnceIsolatedAndFinishesTheOneItHas() throws IOException {
        try (var core = lab.core("5.16.0-1", "PT0.5S")) {
            await().until(() -> probe(core).work().takingWork());
            lab.submit("first");
            await().until(() -> !probe(core).work().inProgress().isEmpty());
            isolate(core, "upgrade/1");
            lab.submit("second");

            await().until(() -> probe(core).work().inProgress().isEmpty());
            var books = lab.books().results();
            assertThat(books.values().stream().map(file -> file.dataId() + " " + file.state()))
                    .containsExactly("first " + FileState.FINISHED, "second " + FileState.QUEUED);
            release(core);
            await().until(() -> probe(core).work().finished() == 2);
        }
    }
}
