package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.service.admin.Probe;
import io.mddc.upgrade.lab.service.admin.Readiness;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks at a part of the product that answers nobody: at the arguments of its process. */
final class ProcessProbe implements Probe {
    private static final String VERSION = "-Dmddc.version=";

    private final LabHost host;
    private final LabPart part;
    private volatile Optional<Long> last = Optional.empty();

    ProcessProbe(LabHost host, LabPart part) {
        this.host = host;
        this.part = part;
    }

    @Override
    public String version() {
        return arguments().stream()
                .filter(argument -> argument.startsWith(VERSION))
                .map(argument -> argument.substring(VERSION.length()))
                .findFirst()
                .orElseThrow(() -> new PartUnreachable(part + " of " + host.id() + " has no process"));
    }

    @Override
    public Readiness readiness() {
        return arguments().isEmpty() ? Readiness.NOT_READY : Readiness.READY;
    }

    /** Of its process; empty when there is none. The process seen last is looked at first: to find another takes long. */
    private List<String> arguments() {
        var known = last.map(this::arguments).orElse(List.of());
        if (!known.isEmpty()) {
            return known;
        }
        last = host.servicePid(part.packageName());
        return last.map(this::arguments).orElse(List.of());
    }

    private List<String> arguments(long pid) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.UTF_8);
            var arguments = List.of(line.split("\0", -1));
            return arguments.contains(part.mainClass()) ? arguments : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
