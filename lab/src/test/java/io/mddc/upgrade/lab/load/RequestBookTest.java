package io.mddc.upgrade.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestBookTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant END = BEGIN.plusSeconds(10);

    private final RequestBook book = new RequestBook();

    @Test
    void measuresTheLongestTimeWithoutAnAcceptedSubmission() {
        submitted(-5, RequestResult.OK);
        submitted(1, RequestResult.OK);
        submitted(3, RequestResult.FAILED);
        submitted(6, RequestResult.OK);
        submitted(8, RequestResult.OK);

        assertThat(book.longestGap(BEGIN, END)).isEqualTo(Duration.ofSeconds(5));
        assertThat(book.missed(RequestKind.SUBMISSION, BEGIN, END)).isEqualTo(1);
        assertThat(book.counts()).isEqualTo(new RequestBook.Counts(5, 1, 0));
    }

    @Test
    void countsTheWholeTimeWhenNothingWasAccepted() {
        assertThat(book.longestGap(BEGIN, END)).isEqualTo(Duration.ofSeconds(10));
    }

    private void submitted(int second, RequestResult result) {
        book.add(new SentRequest(RequestKind.SUBMISSION, result, BEGIN.plusSeconds(second), ""));
    }
}
