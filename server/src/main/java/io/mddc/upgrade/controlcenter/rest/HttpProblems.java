package io.mddc.upgrade.controlcenter.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What the HTTP layer itself refuses before a resource is reached, in words. */
final class HttpProblems {
    private HttpProblems() {}

    static Problem of(WebApplicationException failure, String path) {
        int status = failure.getResponse().getStatus();
        var name = switch (status) {
            case 404 -> "NotFound";
            case 405 -> "MethodNotAllowed";
            case 406 -> "NotAcceptable";
            case 413 -> "BodyTooLarge";
            case 415 -> "UnsupportedMediaType";
            default -> status == 400 ? "MalformedRequest" : "RequestRefused";
        };
        return new Problem(name, status, detail(status, failure, path), path, Map.of());
    }

    private static String detail(int status, WebApplicationException failure, String path) {
        return switch (status) {
            case 404 -> "There is nothing at " + path + "; the API is below /api/v1.";
            case 405 -> "Allowed at " + path + " is " + failure.getResponse().getHeaderString(HttpHeaders.ALLOW) + ".";
            case 406 -> "It is not offered in the form the Accept header asks for.";
            case 415 ->
                "The Content-Type is not one this takes: JSON is application/json, a package is"
                        + " application/octet-stream.";
            default ->
                failure.getMessage() == null
                        ? String.valueOf(Response.Status.fromStatusCode(status))
                        : String.valueOf(failure.getMessage());
        };
    }
}
