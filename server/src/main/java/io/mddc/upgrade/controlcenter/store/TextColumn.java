package io.mddc.upgrade.controlcenter.store;

import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.ArgumentFactory;

/** A value that is one word: its {@code toString} in the column, checked by its own constructor when it is read. */
final class TextColumn {
    private TextColumn() {}

    static <T> void register(Jdbi jdbi, Class<T> type, Function<String, T> parse) {
        jdbi.registerColumnMapper(
                type,
                (row, column, context) ->
                        Optional.ofNullable(row.getString(column)).map(parse).orElse(null));
        jdbi.registerArgument(writer(type));
    }

    private static ArgumentFactory writer(Class<?> type) {
        return (declared, value, config) -> type.isInstance(value)
                ? Optional.of((position, statement, context) -> statement.setString(position, value.toString()))
                : Optional.empty();
    }
}
