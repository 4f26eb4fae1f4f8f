package io.mddc.upgrade.controlcenter.rest;

import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A resource method that takes a body gets one. */
public final class RequiredBody implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            var body = context.proceed();
            if (body != null) {
                return body;
            }
        } catch (NoContentException nothing) {
            throw new MalformedRequest("The body is empty: send the JSON that this takes.");
        }
        throw new MalformedRequest("The body is null: send the JSON that this takes.");
    }
}
