package io.mddc.upgrade.lab.host;

/** Another process listens where a part of the lab must. */
public final class PortTaken extends RuntimeException {
    public PortTaken(String address, int port, String holder) {
        super(address + ":" + port + " is taken by " + holder
                + ": end it, or choose another addressPrefix in config/lab.yml");
    }
}
