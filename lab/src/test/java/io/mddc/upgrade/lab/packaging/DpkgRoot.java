package io.mddc.upgrade.lab.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.fault.FaultFiles;
import io.mddc.upgrade.lab.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A package database of its own, for one part of the lab; dpkg and the packages' scripts are the real ones. */
final class DpkgRoot implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Path root;
    private final LabPart part;

    record Result(int exit, String output) {
        void mustBeGood() {
            assertThat(exit).as(output).isZero();
        }
    }

    DpkgRoot(Path folder, LabPart part, Map<String, String> settings) throws IOException {
        this.root = folder.toAbsolutePath();
        this.part = part;
        for (var name : List.of("info", "updates", "triggers")) {
            Files.createDirectories(root.resolve("var/lib/dpkg").resolve(name));
        }
        Files.createFile(root.resolve("var/lib/dpkg/status"));
        Files.createFile(root.resolve("var/lib/dpkg/available"));
        var etc = Files.createDirectories(etc());
        Files.writeString(etc.resolve("jvm.options"), "-Xmx64m\n-XX:TieredStopAtLevel=1\n");
        Files.createSymbolicLink(etc.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
        Files.writeString(
                etc.resolve("instance.properties"),
                settings.entrySet().stream()
                        .map(entry -> entry + "\n")
                        .collect(Collectors.joining(
                                "",
                                "dataFolder=" + state().resolve("data") + "\n",
                                "versionFile=" + opt().resolve("VERSION") + "\n")));
    }

    Path opt() {
        return root.resolve("opt/opswat").resolve(part.packageName());
    }

    Path etc() {
        return root.resolve("etc/opswat").resolve(part.packageName());
    }

    /** As a host is told that one version is bad there. */
    void makeBad(FaultKind fault, Version version) throws IOException {
        var file = root.resolve(
                Path.of("/").relativize(FaultFiles.onHost(part.packageName())).toString());
        Files.writeString(file, FaultFiles.line(fault, version) + "\n");
    }

    Result install(Path file) throws IOException {
        return dpkg(LONGEST, "-i", file.toString());
    }

    /** Ended with TERM after that time, as a worker ends an installer that hangs. */
    Result dpkg(Duration limit, String... words) throws IOException {
        var command = new ArrayList<>(List.of("timeout", "--kill-after=10", Long.toString(limit.toSeconds()), "dpkg"));
        command.addAll(List.of("--root=" + root, "--force-not-root", "--force-script-chrootless"));
        command.addAll(List.of("--log=" + root.resolve("dpkg.log"), "--force-confdef", "--force-confold"));
        command.addAll(List.of(words));
        return run(command);
    }

    Result repair() throws IOException {
        return dpkg(Duration.ofSeconds(20), "--configure", "-a");
    }

    /** Such as {@code ii 5.16.0-1}. */
    String status() throws IOException {
        var answer = run(List.of(
                "dpkg-query",
                "--admindir=" + root.resolve("var/lib/dpkg"),
                "-W",
                "-f",
                "${db:Status-Abbrev}${Version}",
                part.packageName()));
        answer.mustBeGood();
        return answer.output();
    }

    /** Empty when the database is consistent. */
    String audit() throws IOException {
        return dpkg(LONGEST, "--audit").output();
    }

    /** One of its package. */
    Result program(String name, Path argument) throws IOException {
        return run(List.of(opt().resolve("bin").resolve(name).toString(), argument.toString()));
    }

    Result service(String verb) throws IOException {
        return run(List.of(opt().resolve("bin/service").toString(), verb));
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readString(state().resolve("service.pid")).strip());
    }

    private Path state() {
        return root.resolve("var/lib/opswat").resolve(part.packageName());
    }

    private Result run(List<String> command) throws IOException {
        var output = Files.createTempFile(root, "run", ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        builder.environment().put("LC_ALL", "C");
        int exit = builder.start().onExit().join().exitValue();
        return new Result(exit, Files.readString(output, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(opt().resolve("bin/service"))) {
            service("stop");
        }
    }
}
