package io.mddc.upgrade.controlcenter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ParamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a problem of whatever a request ended with. Nothing else builds an error response; no stack trace leaves. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger log = LoggerFactory.getLogger(ProblemMapper.class);
    private static final int INTERNAL = 500;

    @Context
    private @Nullable UriInfo uri;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return answer(Problem.of(refusal, path()), failure);
        }
        if (failure instanceof JsonProcessingException json) {
            return answer(Problem.of(JsonProblems.of(json), path()), failure);
        }
        if (failure instanceof ParamException param) {
            return answer(parameter(param), failure);
        }
        return failure instanceof WebApplicationException web
                        && web.getResponse().getStatus() < INTERNAL
                ? answer(HttpProblems.of(web, path()), failure)
                : answer(internal(failure), failure);
    }

    private Problem parameter(ParamException failure) {
        var cause = Stream.iterate(failure.getCause(), c -> c != null, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .map(Throwable::getMessage)
                .orElse("it cannot be read");
        var isPath = failure instanceof ParamException.PathParamException;
        return new Problem(
                isPath ? "NotFound" : "InvalidParameter",
                isPath ? 404 : 400,
                failure.getParameterName() + ": " + cause,
                path(),
                Map.of());
    }

    private Problem internal(Throwable failure) {
        var id = UUID.randomUUID().toString();
        log.error("Request to {} ended with an error nobody expected; its id is {}", path(), id, failure);
        return new Problem(
                "InternalError",
                INTERNAL,
                "Something went wrong that should not have. The control center's log has it under " + id + ".",
                path(),
                Map.of("id", id));
    }

    private static Response answer(Problem problem, Throwable failure) {
        var response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        headers(failure).forEach(response::header);
        return response.build();
    }

    private static Map<String, Object> headers(Throwable failure) {
        if (failure instanceof RefusalWithHeader refusal) {
            return refusal.headers();
        }
        if (failure instanceof WebApplicationException web) {
            return Optional.ofNullable(web.getResponse().getHeaderString(HttpHeaders.ALLOW))
                    .<Map<String, Object>>map(allow -> Map.of(HttpHeaders.ALLOW, allow))
                    .orElse(Map.of());
        }
        return Map.of();
    }

    private String path() {
        return uri == null ? "" : uri.getRequestUri().getRawPath();
    }
}
