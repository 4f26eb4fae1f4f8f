package io.mddc.upgrade.controlcenter.rest;

import com.google.common.io.ByteStreams;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads at most so many bytes of a body before anything is made of it; packages have a limit of their own. */
public final class BodyLimit implements ContainerRequestFilter {
    private final int limit;

    public BodyLimit(int limit) {
        this.limit = limit;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (MediaType.APPLICATION_OCTET_STREAM_TYPE.isCompatible(request.getMediaType()) || !request.hasEntity()) {
            return;
        }
        if (request.getLength() > limit) {
            throw tooLarge();
        }
        var body = ByteStreams.limit(request.getEntityStream(), limit + 1L).readAllBytes();
        if (body.length > limit) {
            throw tooLarge();
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    private BodyTooLarge tooLarge() {
        return new BodyTooLarge(limit, "limits.json");
    }
}
