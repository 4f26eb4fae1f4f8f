package io.mddc.upgrade.controlcenter.packages;

import io.mddc.upgrade.controlcenter.rest.Refusal;
import io.mddc.upgrade.controlcenter.rest.RefusalWithHeader;
import java.util.Map;

/** The range begins behind the end. */
public final class RangeNotSatisfiable extends Refusal implements RefusalWithHeader {
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private final long size;

    RangeNotSatisfiable(String range, long size) {
        super(RANGE_NOT_SATISFIABLE, "The package has " + size + " bytes; Range was '" + range + "'.");
        this.size = size;
    }

    @Override
    public Map<String, Object> headers() {
        return Map.of("Content-Range", "bytes */" + size);
    }
}
