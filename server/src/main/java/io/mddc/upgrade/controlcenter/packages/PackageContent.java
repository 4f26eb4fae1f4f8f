package io.mddc.upgrade.controlcenter.packages;

import io.mddc.upgrade.cluster.Sha256;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Sends the bytes of a package, all of them or one range. The digest is the ETag, so a range always fits the rest. */
record PackageContent(Path file, Sha256 digest, long size) {
    Response answer(Optional<String> range) {
        var wanted = range.flatMap(header -> ByteRange.parse(header, size));
        var part = wanted.orElse(new ByteRange(0, size - 1));
        var response = Response.status(wanted.isPresent() ? Response.Status.PARTIAL_CONTENT : Response.Status.OK)
                .type(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .tag(new EntityTag(digest.value()))
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .entity((StreamingOutput) output -> send(part, output));
        wanted.ifPresent(asked -> response.header("Content-Range", asked.contentRange(size)));
        return response.build();
    }

    private void send(ByteRange part, OutputStream output) throws IOException {
        var target = Channels.newChannel(output);
        try (var source = FileChannel.open(file, StandardOpenOption.READ)) {
            long position = part.first();
            while (position <= part.last()) {
                long sent = source.transferTo(position, part.last() - position + 1, target);
                if (sent <= 0) {
                    throw new IOException(file + " ends at " + position + " of " + size + " bytes");
                }
                position += sent;
            }
        }
    }
}
