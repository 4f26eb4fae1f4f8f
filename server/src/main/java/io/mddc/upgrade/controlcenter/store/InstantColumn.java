package io.mddc.upgrade.controlcenter.store;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Instants with their offset, cut to the microsecond that both databases keep. JDBI's own way goes through the local time
 * zone, which is ambiguous for an hour each autumn, and keeps nanoseconds in a comparison that a column has rounded.
 */
final class InstantColumn extends AbstractArgumentFactory<Instant> {
    private InstantColumn() {
        super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    static void register(Jdbi jdbi) {
        jdbi.registerArgument(new InstantColumn());
        jdbi.registerColumnMapper(
                Instant.class,
                (row, column, context) -> Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
        var column = value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return (position, statement, context) -> statement.setObject(position, column);
    }
}
