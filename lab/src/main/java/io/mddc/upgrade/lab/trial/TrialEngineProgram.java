package io.mddc.upgrade.lab.trial;

import java.nio.file.Path;
import java.util.List;

/** How the trial engine is started in a JVM of its own: with the JDK and the class path of this process. */
public final class TrialEngineProgram {
    private TrialEngineProgram() {}

    /**
     * @param address the only one it listens on
     */
    public static List<String> command(String address, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Dlogback.configurationFile=logback-trial.xml",
                "-cp",
                System.getProperty("java.class.path"),
                TrialEngineMain.class.getName(),
                address,
                Integer.toString(port));
    }
}
