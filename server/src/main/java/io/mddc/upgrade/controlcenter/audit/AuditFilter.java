package io.mddc.upgrade.controlcenter.audit;

import io.mddc.upgrade.controlcenter.audit.AuditDao.AuditEntry;
import io.mddc.upgrade.controlcenter.rest.Explained;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down each command with its outcome, and each denial of whatever was asked for. */
public final class AuditFilter implements ContainerResponseFilter {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<Integer> DENIALS = Set.of(401, 403);
    private static final int FIRST_REFUSAL = 400;

    private final AuditDao entries;
    private final Clock clock;

    @Context
    private @Nullable ResourceInfo target;

    @Context
    private @Nullable HttpServletRequest servlet;

    public AuditFilter(AuditDao entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isAudited(request.getMethod(), response.getStatus())) {
            entries.insert(new AuditEntry(
                    0,
                    clock.instant(),
                    actor(request),
                    request.getMethod() + " "
                            + request.getUriInfo().getRequestUri().getRawPath(),
                    servlet == null ? "" : servlet.getRemoteAddr(),
                    response.getStatus(),
                    detail(response.getEntity())));
        }
    }

    private boolean isAudited(String method, int status) {
        if (DENIALS.contains(status)) {
            return true;
        }
        var reached = target == null ? null : target.getResourceMethod();
        if (reached == null || READING.contains(method)) {
            return false;
        }
        return status >= FIRST_REFUSAL || !reached.isAnnotationPresent(Routine.class);
    }

    private static String actor(ContainerRequestContext request) {
        return Optional.ofNullable(request.getSecurityContext().getUserPrincipal())
                .map(principal -> String.valueOf(principal.getName()))
                .orElse("unknown");
    }

    private static String detail(@Nullable Object entity) {
        return entity instanceof Explained answer ? answer.detail() : "";
    }
}
