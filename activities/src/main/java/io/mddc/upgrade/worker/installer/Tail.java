package io.mddc.upgrade.worker.installer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The end of what an installer wrote, short enough for a sentence. */
final class Tail {
    private static final int LINES = 6;
    private static final int CHARACTERS = 1000;

    private Tail() {}

    static String of(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        var end = lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .map(String::strip)
                .collect(Collectors.joining(" | "));
        return end.length() <= CHARACTERS ? end : "…" + end.substring(end.length() - CHARACTERS);
    }

    /** Empty when there is no such file. */
    static String of(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (var channel = FileChannel.open(file)) {
            int size = (int) Math.min(channel.size(), 4L * CHARACTERS);
            var buffer = ByteBuffer.allocate(size);
            channel.read(buffer, channel.size() - size);
            return of(new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8));
        }
    }
}
