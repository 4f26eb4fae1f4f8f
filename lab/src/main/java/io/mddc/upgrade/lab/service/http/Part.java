package io.mddc.upgrade.lab.service.http;

import java.net.InetSocketAddress;

/** A running part. */
public interface Part extends AutoCloseable {
    InetSocketAddress address();

    @Override
    void close();
}
