package io.mddc.upgrade.cluster;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * An instance on a host that has no worker of ours, as far as another host needs it to ask the instance something.
 *
 * @param address where it answers plain HTTP
 */
public record Remote(Component component, HostId host, URI address) {
    public Remote {
        requireNonNull(component, "component");
        requireNonNull(host, "host");
        checkAddress(address);
    }

    /** An address of a server and nothing else: no name, no password, no query that would go along with each question. */
    private static void checkAddress(URI address) {
        boolean isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        checkArgument(
                isHttp
                        && address.getHost() != null
                        && address.getUserInfo() == null
                        && address.getQuery() == null
                        && address.getFragment() == null,
                "address is '%s': allowed is http or https with a host, such as http://10.0.0.7:8009",
                address);
    }
}
