package io.mddc.upgrade.lab.demo;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A damaged line in a process of its own on the worker's host, so that it is there as long as the worker is. */
final class DamagedLineMain {
    static final int PORT = 8895;

    private DamagedLineMain() {}

    /** Until it is killed: address, target, digest. */
    public static void main(String[] arguments) throws InterruptedException {
        try (var line =
                new DamagedLine(new InetSocketAddress(arguments[0], PORT), URI.create(arguments[1]), arguments[2])) {
            System.out.println("hands on to " + arguments[1] + " from port " + line.port());
            new CountDownLatch(1).await();
        }
    }

    /** On the Java and the classes of this process. */
    static List<String> command(String address, String target, String digest) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-Dsun.net.httpserver.nodelay=true",
                "-cp",
                System.getProperty("java.class.path"),
                DamagedLineMain.class.getName(),
                address,
                target,
                digest);
    }
}
