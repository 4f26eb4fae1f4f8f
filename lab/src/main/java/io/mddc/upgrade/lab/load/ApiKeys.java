package io.mddc.upgrade.lab.load;

/** The keys a client signs its requests with. */
public interface ApiKeys {
    /** The one used over and over; gateways have it cached. */
    String usual();

    /** One that no gateway has seen yet, so that the Identity Service is asked. */
    String fresh();
}
