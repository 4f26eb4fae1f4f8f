package io.mddc.upgrade.controlcenter.windows;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.mddc.upgrade.window.Blackout;
import java.time.Instant;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;

/** A blackout and its number. */
public record StoredBlackout(long id, @JsonUnwrapped Blackout blackout) {
    @JdbiConstructor
    StoredBlackout(long id, @ColumnName("from_at") Instant from, @ColumnName("to_at") Instant to, String reason) {
        this(id, new Blackout(from, to, reason));
    }
}
