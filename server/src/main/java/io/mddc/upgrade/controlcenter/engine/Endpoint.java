package io.mddc.upgrade.controlcenter.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Where the engine is reached, such as {@code 127.0.0.1:7233}. */
public record Endpoint(String host, int port) {
    private static final Pattern SHAPE = Pattern.compile("(?<host>[A-Za-z0-9.-]+):(?<port>[0-9]{1,5})");
    private static final String LOOPBACK = "127.0.0.1";
    private static final int LARGEST = 65_535;

    public Endpoint {
        if (port < 1 || port > LARGEST) {
            throw new UnusableEngineSetting("address", host + ":" + port, "a port from 1 to " + LARGEST);
        }
    }

    @JsonCreator
    public static Endpoint parse(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new UnusableEngineSetting("address", text, "host:port, such as 127.0.0.1:7233");
        }
        return new Endpoint(shape.group("host"), Integer.parseInt(shape.group("port")));
    }

    /** Nobody else on the network reaches it; the parts of a dev server reach each other there and nowhere else. */
    public boolean isLoopback() {
        return LOOPBACK.equals(host);
    }

    @Override
    @JsonValue
    public String toString() {
        return host + ":" + port;
    }
}
