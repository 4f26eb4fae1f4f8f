package io.mddc.upgrade.controlcenter.engine;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A control center that has nothing but its engine, to be killed. Arguments: data folder, address, Web UI port. */
final class EngineStarter {
    private EngineStarter() {}

    public static void main(String[] args) throws InterruptedException {
        var config = TestEngine.config(Endpoint.parse(args[1]), Integer.parseInt(args[2]));
        Engine.create(config, Path.of(args[0])).start();
        new CountDownLatch(1).await();
    }
}
