package io.mddc.upgrade.controlcenter.packages;

import java.util.Optional;
import java.util.regex.Pattern;

/** One range of bytes, both ends included, as RFC 9110 has it. */
record ByteRange(long first, long last) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(?<first>[0-9]{0,18})-(?<last>[0-9]{0,18})");

    /** Empty when the header asks for something else than one range: then the whole is sent, as the RFC allows. */
    static Optional<ByteRange> parse(String header, long size) {
        var single = SINGLE.matcher(header.strip());
        if (!single.matches()) {
            return Optional.empty();
        }
        var first = single.group("first");
        var last = single.group("last");
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(suffix(header, Long.parseLong(last), size));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return Optional.empty();
        }
        if (from >= size) {
            throw new RangeNotSatisfiable(header, size);
        }
        return Optional.of(new ByteRange(from, to));
    }

    private static ByteRange suffix(String header, long count, long size) {
        if (count == 0) {
            throw new RangeNotSatisfiable(header, size);
        }
        return new ByteRange(Math.max(0, size - count), size - 1);
    }

    long length() {
        return last - first + 1;
    }

    String contentRange(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
