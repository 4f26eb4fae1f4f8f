package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.chaos.KillStep;
import io.mddc.upgrade.lab.load.RequestBook;
import io.mddc.upgrade.lab.load.RequestKind;
import io.mddc.upgrade.lab.load.RequestResult;
import io.mddc.upgrade.lab.load.SentRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImpactsTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T02:00:00Z");
    private static final Span SPAN = new Span(BEGIN, BEGIN.plusSeconds(60));

    private final RequestBook book = new RequestBook();

    @Test
    void countsWhatWentWrongInItsTimeOnceByItsKind() {
        sent(RequestKind.SUBMISSION, RequestResult.FAILED, -1);
        sent(RequestKind.SUBMISSION, RequestResult.FAILED, 1);
        sent(RequestKind.SUBMISSION, RequestResult.REFUSED, 2);
        sent(RequestKind.SUBMISSION, RequestResult.KEY_REFUSED, 3);
        sent(RequestKind.RESULT, RequestResult.FAILED, 4);
        sent(RequestKind.DOWNLOAD, RequestResult.FAILED, 5);
        sent(RequestKind.DOWNLOAD, RequestResult.KEY_REFUSED, 6);
        sent(RequestKind.SUBMISSION, RequestResult.OK, 40);
        sent(RequestKind.RESULT, RequestResult.FAILED, 61);

        assertThat(impact())
                .isEqualTo(new DemoReport.Impact(Component.API_GATEWAY, 1, 2, 1, 1, 2, 3, Optional.empty(), 40.0));
    }

    @Test
    void chargesSignInsToTheLabOnlyUntilOneWorksAgainAfterItsKill() {
        sent(RequestKind.SIGN_IN, RequestResult.OK, 8);
        sent(RequestKind.SIGN_IN, RequestResult.FAILED, 9.9);
        sent(RequestKind.SIGN_IN, RequestResult.FAILED, 11);
        sent(RequestKind.SIGN_IN, RequestResult.OK, 12);
        sent(RequestKind.SIGN_IN, RequestResult.FAILED, 13);

        assertThat(impact(kill("control-center", 10)).signInsFailed()).contains(1);
        assertThat(impact(kill("everything", 10)).signInsFailed()).contains(1);
        assertThat(impact(kill("worker", 10)).signInsFailed()).contains(3);
        assertThat(impact(kill("control-center", 20)).signInsFailed()).contains(3);
    }

    @Test
    void chargesTheLabWithWhatFailedWhileAGatewayItKilledWasAway() {
        sent(RequestKind.RESULT, RequestResult.FAILED, 10.5);
        sent(RequestKind.DOWNLOAD, RequestResult.FAILED, 13);
        sent(RequestKind.RESULT, RequestResult.FAILED, 15);

        assertThat(impact(kill("instance", 10)).failed()).isEqualTo(1);
        assertThat(impact(kill("worker", 10)).failed()).isEqualTo(3);
    }

    private DemoReport.Impact impact(KillReport... kills) {
        return new Impacts(book, List.of(kills)).of(Component.API_GATEWAY, SPAN);
    }

    private static KillReport kill(String what, int second) {
        return new KillReport(
                what,
                KillStep.INSTALL,
                Optional.empty(),
                BEGIN.plusSeconds(second),
                Optional.of(3.0),
                Optional.of(3.1));
    }

    private void sent(RequestKind kind, RequestResult result, double second) {
        book.add(new SentRequest(kind, result, BEGIN.plusMillis((long) (second * 1000)), ""));
    }
}
