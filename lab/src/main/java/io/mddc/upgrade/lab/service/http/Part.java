package io.mddc.upgrade.lab.service.http;

import java.net.InetSocketAddress;

/** A running part: what it answers, and how it is begun and ended. */
public interface Part extends AutoCloseable {
    HttpApi api();

    /** Begins to answer. */
    static <P extends Part> P started(P part) {
        part.api().start();
        return part;
    }

    default InetSocketAddress address() {
        return api().address();
    }

    @Override
    default void close() {
        api().close();
    }
}
