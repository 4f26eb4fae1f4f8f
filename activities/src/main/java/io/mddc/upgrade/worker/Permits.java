package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.protocol.Permit;
import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.worker.control.HostClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate before every mutating effect. The control center is asked immediately before it; without an answer nothing begins
 * and it is asked again; the effect must begin within {@link #VALID} of the question, by the host's monotonic clock, or the
 * permit is worth nothing and is asked for again. So is one that an emergency stop keeps back.
 */
final class Permits {
    static final Duration VALID = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Permits.class);
    private static final Duration ASK_AGAIN = Duration.ofMillis(500);
    private static final int GRANTED = 200;
    private static final int REFUSED = 409;

    private final HostId host;
    private final ControlCenter controlCenter;

    Permits(HostId host, ControlCenter controlCenter) {
        this.host = host;
        this.controlCenter = controlCenter;
    }

    /**
     * @param before the host's uptime after which it is worth nothing
     */
    record Granted(Duration before) {
        boolean isValid() {
            return HostClock.uptime().compareTo(before) <= 0;
        }
    }

    /**
     * Does the effect under a permit; asks again as long as the effect says that it did not begin.
     *
     * @param effect empty when it did not begin in time; what it gives otherwise is given back
     */
    <T> T perform(PermitRequest request, Heartbeat heartbeat, Function<Granted, Optional<T>> effect) {
        var waiting = new Waiting(request);
        return heartbeat.polling(ASK_AGAIN).until(() -> ask(request, waiting).flatMap(effect), waiting::sentence);
    }

    /** Empty when there is no answer, or it came too late. */
    private Optional<Granted> ask(PermitRequest request, Waiting waiting) {
        var granted = new Granted(HostClock.uptime().plus(VALID));
        try {
            var answer = controlCenter.post(PermitRequest.path(host), request);
            if (answer.statusCode() == REFUSED && !controlCenter.isProblem(answer, Permit.EMERGENCY_STOP)) {
                throw new PermitRefused(request, controlCenter.problem(answer));
            }
            if (answer.statusCode() != GRANTED) {
                waiting.because("the control center says: " + controlCenter.problem(answer));
                return Optional.empty();
            }
            requireSame(request, controlCenter.read(answer, Permit.class));
            waiting.because("the permit came too late");
            return granted.isValid() ? Optional.of(granted) : Optional.empty();
        } catch (ControlCenterSilent e) {
            waiting.because(e.sentence());
            return Optional.empty();
        }
    }

    private void requireSame(PermitRequest request, Permit permit) {
        if (!permit.isFor(host, request)) {
            throw new PermitRefused(request, "the answer is a permit for something else: " + permit);
        }
    }

    /** What is waited for, said once in the log and in each heartbeat. */
    private static final class Waiting {
        private final PermitRequest request;
        private String reason = "it was just asked for";

        Waiting(PermitRequest request) {
            this.request = request;
        }

        void because(String why) {
            if (!why.equals(reason)) {
                LOG.debug("{} waits for its permit: {}", request.operation(), why);
            }
            reason = why;
        }

        String sentence() {
            return request.step() + " of " + request.operation() + " waits for its permit: " + reason;
        }
    }
}
