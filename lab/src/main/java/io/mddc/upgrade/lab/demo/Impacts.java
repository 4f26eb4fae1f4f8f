package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.chaos.Victim;
import io.mddc.upgrade.lab.load.RequestBook;
import io.mddc.upgrade.lab.load.RequestKind;
import io.mddc.upgrade.lab.load.RequestResult;
import io.mddc.upgrade.lab.load.SentRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What clients went without while units of a component were in work. */
record Impacts(RequestBook requests, List<KillReport> kills) {
    private static final Set<String> WITH_THE_CONSOLE = Set.of(Victim.CONTROL_CENTER.word(), Victim.EVERYTHING.word());

    /** The lab notes a kill when the process is gone; a request breaks off a little before. */
    private static final Duration DYING = Duration.ofSeconds(1);

    Impacts {
        kills = List.copyOf(kills);
    }

    DemoReport.Impact of(Component component, Span span) {
        return new DemoReport.Impact(
                component,
                component.impact().level(),
                missed(RequestKind.SUBMISSION, span),
                missed(RequestKind.RESULT, span),
                missed(RequestKind.DOWNLOAD, span),
                requests.keysRefused(span.begin(), span.end()),
                failed(span),
                signInsFailed(requests.all(RequestKind.SIGN_IN, span.begin(), span.end())),
                Reporting.seconds(requests.longestGap(span.begin(), span.end())));
    }

    private int missed(RequestKind kind, Span span) {
        return requests.missed(kind, span.begin(), span.end());
    }

    private int failed(Span span) {
        return Math.toIntExact(requests.failures().stream()
                .filter(request -> request.result() == RequestResult.FAILED && request.kind() != RequestKind.SIGN_IN)
                .filter(request -> span.has(request.at()))
                .filter(request -> kills.stream().noneMatch(kill -> isOfItsGateway(kill, request.at())))
                .count());
    }

    /** The lab killed a gateway, and it was not back for long enough that balancers knew. */
    private static boolean isOfItsGateway(KillReport kill, Instant failed) {
        var away = Duration.ofMillis((long) (kill.resumedAfterSeconds().orElse(0.0) * 1000))
                .plus(DYING);
        return kill.what().equals(Victim.INSTANCE.word())
                && new Span(kill.at().minus(DYING), kill.at().plus(away)).has(failed);
    }

    /** Empty where nobody signs in. */
    private Optional<Integer> signInsFailed(List<SentRequest> signIns) {
        return signIns.isEmpty()
                ? Optional.empty()
                : Optional.of(Math.toIntExact(signIns.stream()
                        .filter(SentRequest::isMissed)
                        .filter(missed -> !isKilled(missed, signIns))
                        .count()));
    }

    /** The lab had killed the control center, and nobody had signed in since. */
    private boolean isKilled(SentRequest missed, List<SentRequest> signIns) {
        return kills.stream()
                .filter(kill -> WITH_THE_CONSOLE.contains(kill.what()))
                .map(KillReport::at)
                .filter(at -> missed.at().isAfter(at.minus(DYING)))
                .anyMatch(at -> signIns.stream().noneMatch(other -> isBackBetween(other, at, missed.at())));
    }

    private static boolean isBackBetween(SentRequest signIn, Instant killed, Instant missed) {
        return signIn.result() == RequestResult.OK
                && signIn.at().isAfter(killed)
                && signIn.at().isBefore(missed);
    }
}
