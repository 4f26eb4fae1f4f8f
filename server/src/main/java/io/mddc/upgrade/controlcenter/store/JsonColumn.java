package io.mddc.upgrade.controlcenter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jspecify.annotations.Nullable;

/** A whole value as JSON text, for what is only ever read back whole. */
final class JsonColumn {
    private JsonColumn() {}

    static <T> void register(Jdbi jdbi, ObjectMapper mapper, TypeReference<T> type) {
        ColumnMapper<T> reader = (row, column, context) -> read(row, column, mapper, type);
        jdbi.registerColumnMapper(type.getType(), reader);
        jdbi.registerArgument((ArgumentFactory) (declared, value, config) -> declared.equals(type.getType())
                ? Optional.of(
                        (position, statement, context) -> statement.setString(position, write(value, mapper, type)))
                : Optional.empty());
    }

    private static <T> @Nullable T read(ResultSet row, int column, ObjectMapper mapper, TypeReference<T> type)
            throws SQLException {
        var text = row.getString(column);
        try {
            return text == null ? null : mapper.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new SQLException("column " + column + " does not hold a " + type.getType() + ": " + text, broken);
        }
    }

    private static String write(Object value, ObjectMapper mapper, TypeReference<?> type) throws SQLException {
        try {
            return mapper.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new SQLException("a " + type.getType() + " cannot be written as JSON: " + value, broken);
        }
    }
}
