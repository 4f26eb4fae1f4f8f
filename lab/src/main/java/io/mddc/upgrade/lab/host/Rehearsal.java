package io.mddc.upgrade.lab.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts a part on any free port, alone, so that its JVM writes down which classes it needs. */
record Rehearsal(LabInstance instance, Map<String, String> settings) {
    String text() {
        var changed = new LinkedHashMap<>(settings);
        changed.put("port", "0");
        changed.put("engineLoadTime", "PT0.001S");
        return changed.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** With the class path that the service script makes. */
    List<String> command(Path archive, String classPath) {
        var name = instance.part().packageName();
        var command = new ArrayList<>(List.of(InstanceFiles.java().toString(), "-XX:ArchiveClassesAtExit=" + archive));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp"));
        command.add(classPath);
        command.add(instance.part().mainClass());
        command.addAll(List.of("/etc/opswat/" + name + "/rehearsal.properties", "--rehearse"));
        return command;
    }
}
