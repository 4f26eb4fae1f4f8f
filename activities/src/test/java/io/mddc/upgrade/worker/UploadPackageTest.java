package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.contract.HostOrders.Upload;
import io.mddc.upgrade.worker.fixture.OwnRoot;
import io.mddc.upgrade.worker.fixture.TestHost;
import io.mddc.upgrade.worker.installer.DryRunRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadPackageTest {
    private TestHost host;
    private UploadPackage upload;

    @BeforeEach
    void makeHost(@TempDir Path folder) throws IOException {
        host = TestHost.in(folder);
        var config = WorkerConfig.read(host.config("127.0.0.1:9"));
        var store = WorkerApplication.store(config, new ControlCenter(config.controlCenter()));
        var installer = WorkerApplication.installation(config).installer();
        upload = new UploadPackage(store, installer, OneInstance.heartbeat());
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void isDoneWithoutAFormerPackageThatIsNowhere() {
        var target = host.offering(host.root().build("5.17.0-1")).description();
        var gone = host.root().build("5.15.0-1").description();

        var uploaded = upload.upload(new Upload(OneInstance.CORE, target, Optional.of(gone)));

        assertThat(uploaded.formerKept()).isFalse();
    }

    @Test
    void refusesWhatTheInstallerItselfWouldRefuse() {
        OwnRoot.Built needy = host.offering(host.root().build("5.17.0-1", "", "Pre-Depends: no-such-thing\n"));

        assertThatThrownBy(() -> upload.upload(new Upload(OneInstance.CORE, needy.description(), Optional.empty())))
                .isInstanceOf(DryRunRefused.class)
                .hasMessageContaining("no-such-thing");
        assertThat(host.root().installsOf("5.17.0-1")).isZero();
    }
}
