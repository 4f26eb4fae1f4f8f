package io.mddc.upgrade.controlcenter.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Part of a list.
 *
 * @param next what to ask for as {@code after} to go on; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, Optional.empty());
    }

    /**
     * @param read one more than the limit when there is more
     * @param key what the order of the list goes by
     */
    public static <T> Page<T> of(List<T> read, Limit limit, Function<T, ?> key) {
        if (read.size() <= limit.value()) {
            return whole(read);
        }
        var items = read.subList(0, limit.value());
        return new Page<>(
                items,
                Optional.of(Cursor.of(key.apply(items.get(items.size() - 1))).toString()));
    }

    /** With a cursor that callers may know: it is a value of the items themselves. */
    public static <T> Page<T> plain(List<T> read, Limit limit, Function<T, String> key) {
        var items = read.subList(0, Math.min(read.size(), limit.value()));
        return new Page<>(
                items,
                read.size() <= limit.value() ? Optional.empty() : Optional.of(key.apply(items.get(items.size() - 1))));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
