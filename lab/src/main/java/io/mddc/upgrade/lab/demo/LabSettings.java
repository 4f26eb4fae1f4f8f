package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.host.ClusterConfig;
import io.mddc.upgrade.lab.host.ClusterConfig.CoreNumbers;
import io.mddc.upgrade.lab.host.ClusterConfig.ScanTimes;
import io.mddc.upgrade.lab.host.ClusterConfig.Shape;
import io.mddc.upgrade.lab.host.ClusterConfigFile;

/** {@code config/lab.yml} with what the command line says otherwise. */
final class LabSettings {
    private LabSettings() {}

    static ClusterConfig read(Folders folders, DemoRequest request) {
        var file = ClusterConfigFile.read(folders.home().resolve("config/lab.yml"));
        return file.in(folders.work())
                .with(shape(file.shape(), request.shape()))
                .with(numbers(file.core(), request.traffic().seed()));
    }

    private static Shape shape(Shape file, DemoRequest.Shape asked) {
        return new Shape(
                asked.cores(), asked.gateways(), file.addressPrefix(), file.minimumActiveCores(), file.coreLease());
    }

    private static CoreNumbers numbers(CoreNumbers file, long seed) {
        var times = file.scanTime();
        return new CoreNumbers(
                file.filesAtOnce(),
                file.engineLoadTime(),
                new ScanTimes(seed, times.median(), times.p99(), times.most()));
    }
}
