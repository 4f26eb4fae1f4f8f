package io.mddc.upgrade.controlcenter.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Renders the whole page before its first byte leaves: a template that fails is a 500, not half a page. */
final class ScreenWriter implements MessageBodyWriter<Screen> {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Screen.class;
    }

    @Override
    public void writeTo(
            Screen screen,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        var page = new Utf8ByteOutput();
        engine.render(screen.template(), screen.values(), page);
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, page.getContentLength());
        page.writeTo(body::write);
    }
}
