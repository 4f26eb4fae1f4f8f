package io.mddc.upgrade.controlcenter.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.ArgumentFactory;

/**
 * Instants with their offset, to the microsecond that both databases keep; JDBI's own way goes through the local time zone,
 * which is ambiguous for an hour each autumn.
 */
final class InstantColumn {
    private InstantColumn() {}

    static void register(Jdbi jdbi) {
        jdbi.registerColumnMapper(
                Instant.class,
                (row, column, context) -> Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
        jdbi.registerArgument((ArgumentFactory) (type, value, config) -> value instanceof Instant instant
                ? Optional.of((position, statement, context) -> statement.setObject(position, column(instant)))
                : Optional.empty());
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
