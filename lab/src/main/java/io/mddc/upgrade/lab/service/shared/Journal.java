package io.mddc.upgrade.lab.service.shared;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/** An append-only file of events; what was appended is on disk. A line torn by a kill was never answered for and is cut off. */
final class Journal implements AutoCloseable {
    private static final ObjectMapper JSON = UpgradeJson.mapper();

    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    static Journal open(Path file, Consumer<BookEvent> replay) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.truncate(replay(Files.readAllBytes(file), replay));
            channel.position(channel.size());
            return new Journal(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be opened", e);
        }
    }

    void append(List<BookEvent> events) {
        try {
            var lines = new ByteArrayOutputStream();
            for (var event : events) {
                lines.write(JSON.writerFor(BookEvent.class).writeValueAsBytes(event));
                lines.write('\n');
            }
            var bytes = ByteBuffer.wrap(lines.toByteArray());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written: is the disk full?", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The length of what is whole. */
    private static int replay(byte[] content, Consumer<BookEvent> replay) throws IOException {
        int begin = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                replay.accept(JSON.readValue(content, begin, i - begin, BookEvent.class));
                begin = i + 1;
            }
        }
        return begin;
    }
}
