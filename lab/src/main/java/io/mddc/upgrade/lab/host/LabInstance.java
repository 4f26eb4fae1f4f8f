package io.mddc.upgrade.lab.host;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.packaging.LabPart;
import java.net.URI;
import java.nio.file.Path;

/** Which part runs where, under which id. */
public record LabInstance(InstanceId id, LabPart part, HostId host, String address) {
    public LabInstance {
        requireNonNull(id, "id is null");
        requireNonNull(part, "part is null");
        requireNonNull(host, "host is null");
        requireNonNull(address, "address is null");
    }

    public URI url() {
        return URI.create("http://" + address + ":" + part.port());
    }

    /** On its host: takes start, stop, status. */
    public Path control() {
        return Path.of("/opt/opswat", part.packageName(), "bin/service");
    }

    /** On its host. */
    public Path configuration() {
        return Path.of("/etc/opswat", part.packageName(), "service.conf");
    }

    /** On its host: where its data is copied to, beside it. */
    public Path backup() {
        return Path.of("/var/lib/opswat", part.packageName(), "backup");
    }

    /** On its host: what its process says. */
    public Path log() {
        return Path.of("/var/log/opswat", part.packageName(), "service.log");
    }

    /** On its host. */
    public Path pidFile() {
        return Path.of("/var/lib/opswat", part.packageName(), "service.pid");
    }
}
