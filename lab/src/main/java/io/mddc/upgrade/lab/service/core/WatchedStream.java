package io.mddc.upgrade.lab.service.core;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Looks for the signature in all that is read through it, and counts it against the limit. */
final class WatchedStream extends FilterInputStream {
    private final Signature signature = new Signature();
    private final ScanLimits.Meter meter;

    WatchedStream(InputStream in, ScanLimits.Meter meter) {
        super(in);
        this.meter = meter;
    }

    boolean isInfected() {
        return signature.isFound();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            meter.count(count);
            signature.see(bytes, offset, count);
        }
        return count;
    }

    /** Skipping reads: every byte is looked at. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The container it came from is read on after it. */
    @Override
    public void close() {}
}
