package io.mddc.upgrade.controlcenter;

import static java.util.Objects.requireNonNullElse;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where the control center listens. It has no TLS yet, so it listens on loopback unless told that this is meant.
 *
 * @param port 0 for any free one
 * @param insecure yes, others may read along
 */
public record ListenSettings(String address, Integer port, Boolean insecure) {
    static final ListenSettings DEFAULT = new ListenSettings(null, null, null);
    private static final int PORT = 8892;
    private static final int LARGEST_PORT = 65_535;

    public ListenSettings(@Nullable String address, @Nullable Integer port, @Nullable Boolean insecure) {
        this.address = requireNonNullElse(address, "127.0.0.1");
        this.port = requireNonNullElse(port, PORT);
        this.insecure = requireNonNullElse(insecure, false);
        if (this.port < 0 || this.port > LARGEST_PORT) {
            throw new UnusableSetting("listen.port", this.port, "0 to " + LARGEST_PORT);
        }
        if (!this.insecure && !isLoopback(this.address)) {
            throw new UnusableSetting(
                    "listen.address",
                    this.address,
                    "a loopback address such as 127.0.0.1, because there is no TLS; listen.insecure: true allows others");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new UnusableSetting("listen.address", address, "an address of this machine");
        }
    }
}
