package io.mddc.upgrade.controlcenter.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What the HTTP server refuses before any resource sees it, such as a header that is too large, as a problem too. */
public final class ProblemErrors extends ErrorHandler {
    private final ObjectMapper json;

    public ProblemErrors(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback)
            throws IOException {
        var name = HttpStatus.getMessage(code).replaceAll("[^A-Za-z]", "");
        var detail = HttpStatus.getMessage(code) + ": the request could not be understood as HTTP has it.";
        var problem = new Problem(
                name, code, detail, String.valueOf(request.getHttpURI().getPath()), Map.of());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        Content.Sink.write(response, true, json.writeValueAsString(problem), callback);
    }
}
