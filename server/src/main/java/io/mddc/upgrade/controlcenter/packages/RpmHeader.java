package io.mddc.upgrade.controlcenter.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One header of an RPM package: an index of tags, and a store in which their values lie. Numbers are big-endian.
 *
 * @param size bytes it has in the file
 */
record RpmHeader(Map<Integer, Entry> index, ByteBuffer store, long size) {
    private static final int MAGIC = 0x8eade801;
    private static final int BEGIN = 16;
    private static final int ENTRY = 16;
    private static final int MOST_ENTRIES = 1 << 16;
    private static final int LARGEST_STORE = 64 << 20;
    private static final int INT32 = 4;
    private static final int INT64 = 5;
    private static final int STRING = 6;
    private static final int STRING_ARRAY = 8;

    /** Where the first value of a tag lies, and of what type it is. */
    record Entry(int type, int offset) {
        /** Bytes it has at least. */
        int least() {
            return type == INT64 ? Long.BYTES : type == INT32 ? Integer.BYTES : 1;
        }
    }

    /** Throws EOFException where the file ends too early. */
    static RpmHeader read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new PackageRefused("This is not a whole RPM package: a header does not begin as one does.");
        }
        in.skipNBytes(Integer.BYTES);
        int entries = in.readInt();
        int bytes = in.readInt();
        if (entries < 0 || entries > MOST_ENTRIES || bytes < 0 || bytes > LARGEST_STORE) {
            throw new PackageRefused("The package cannot be read: a header of " + entries + " tags and " + bytes
                    + " bytes is more than any has.");
        }
        var index = new HashMap<Integer, Entry>();
        for (int i = 0; i < entries; i++) {
            int tag = in.readInt();
            index.put(tag, new Entry(in.readInt(), in.readInt()));
            in.skipNBytes(Integer.BYTES);
        }
        var store = new byte[bytes];
        in.readFully(store);
        return new RpmHeader(index, ByteBuffer.wrap(store), BEGIN + (long) entries * ENTRY + bytes);
    }

    boolean has(int tag) {
        return index.containsKey(tag);
    }

    /** The first, where there are several. */
    Optional<String> text(int tag) {
        return entry(tag)
                .filter(entry -> entry.type() == STRING || entry.type() == STRING_ARRAY)
                .map(entry -> text(entry.offset(), store.limit()));
    }

    Optional<Long> number(int tag) {
        return entry(tag).flatMap(entry -> switch (entry.type()) {
            case INT32 -> Optional.of(Integer.toUnsignedLong(store.getInt(entry.offset())));
            case INT64 -> Optional.of(store.getLong(entry.offset()));
            default -> Optional.empty();
        });
    }

    private String text(int from, int limit) {
        int end = from;
        while (end < limit && store.get(end) != 0) {
            end++;
        }
        return UTF_8.decode(store.slice(from, end - from)).toString();
    }

    /** A value that lies outside of the store is none. */
    private Optional<Entry> entry(int tag) {
        return Optional.ofNullable(index.get(tag))
                .filter(entry -> entry.offset() >= 0 && entry.offset() <= store.limit() - entry.least());
    }
}
