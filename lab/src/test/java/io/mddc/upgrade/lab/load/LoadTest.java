package io.mddc.upgrade.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.lab.ledger.ClientEntry;
import io.mddc.upgrade.lab.ledger.Verdict;
import io.mddc.upgrade.lab.load.FakeGateway.Mood;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final int MORE_THAN_ITS_TRIES = 6;

    private final ApiKeys keys = new NumberedKeys();

    @Test
    void writesDownWhatItWasPromisedAndTold() throws IOException {
        try (var gateway = new FakeGateway(Mood.WELL);
                var load = load(gateway)) {
            runUntilTold(load, 10);

            assertThat(load.files().entries()).extracting(ClientEntry::seen).containsOnly(Optional.of(Verdict.ALLOWED));
            assertThat(load.requests().counts().failed()).isZero();
            assertThat(load.requests().missed(RequestKind.DOWNLOAD, Instant.EPOCH, Instant.MAX))
                    .isZero();
            assertThat(gateway.keys()).contains("usual", "fresh-1");
        }
    }

    @Test
    void countsARefusalApartFromAFailureAndDoesNotSendTheFileAgain() throws IOException {
        try (var gateway = new FakeGateway(Mood.REFUSING);
                var load = load(gateway)) {
            load.start();
            await().until(() -> load.requests().counts().refused() >= 3);

            assertThat(load.requests().counts().failed()).isZero();
            assertThat(load.files().acceptedCount()).isZero();

            gateway.turn(Mood.BROKEN);
            await().until(() -> load.requests().counts().failed() >= 3);
            assertThat(load.requests().failures().get(0).detail()).endsWith("/file: 500");
            assertThat(load.requests().missed(RequestKind.SUBMISSION, Instant.EPOCH, Instant.MAX))
                    .isGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void countsAGoodKeyThatIsRefusedApartFromWhatItWasFor() throws IOException {
        try (var gateway = new FakeGateway(Mood.KNOWING_NO_KEY);
                var load = load(gateway)) {
            load.start();
            await().until(() -> load.requests().keysRefused(Instant.EPOCH, Instant.MAX) >= 3);

            assertThat(load.requests().missed(RequestKind.SUBMISSION, Instant.EPOCH, Instant.MAX))
                    .isZero();
            assertThat(load.requests().counts().failed()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void signsInToTheConsoleAgainAndAgainAndCountsEachTimeThatItCannot() throws IOException {
        try (var gateway = new FakeGateway(Mood.WELL);
                var load = load(gateway)) {
            load.visit(new ConsoleAccess(gateway.url(), "open sesame"));
            await().until(() -> signIns(load).size() >= 2);
            assertThat(signIns(load)).extracting(SentRequest::result).containsOnly(RequestResult.OK);

            gateway.turn(Mood.BROKEN);
            await().until(() -> load.requests().missed(RequestKind.SIGN_IN, Instant.EPOCH, Instant.MAX) > 0);
            assertThat(load.requests().failures().get(0).detail()).endsWith("/sign-in: 403");
        }
    }

    private static List<SentRequest> signIns(Load load) {
        return load.requests().all(RequestKind.SIGN_IN, Instant.EPOCH, Instant.MAX);
    }

    @Test
    void countsAGatewayThatIsNotThere() throws IOException {
        var gone = goneAddress();
        try (var load = new Load(List.of(gone), keys, new FileMix(1), 50)) {
            load.start();

            await().until(() -> load.requests().counts().failed() >= 2);
        }
    }

    @Test
    void countsEachDownloadWithOtherBytesThanWereSent() throws IOException {
        try (var gateway = new FakeGateway(Mood.DAMAGING);
                var load = load(gateway)) {
            load.start();

            await().until(() -> load.requests().missed(RequestKind.DOWNLOAD, Instant.EPOCH, Instant.MAX) >= 2);
            assertThat(load.requests().failures().get(0).detail()).contains("other bytes than were sent");
        }
    }

    @Test
    void asksForARefusedDownloadAgainWhenItWasToldToHoweverOftenItIsRefused() throws IOException {
        try (var gateway = new FakeGateway(Mood.REFUSING_DOWNLOADS);
                var load = load(gateway)) {
            load.start();
            await().until(() -> load.files().acceptedCount() >= 1);
            load.stopSending();
            int files = load.files().acceptedCount();
            await().until(() -> load.requests().counts().refused() > MORE_THAN_ITS_TRIES * files);

            gateway.turn(Mood.WELL);
            await().until(() -> load.inFlight() == 0);

            assertThat(load.requests().all(RequestKind.DOWNLOAD, Instant.EPOCH, Instant.MAX))
                    .filteredOn(request -> request.result() == RequestResult.OK)
                    .hasSize(load.files().acceptedCount());
            assertThat(load.requests().counts().failed()).isZero();
        }
    }

    @Test
    void takesAFailedFileAsAVerdictAndFetchesNothing() throws IOException {
        try (var gateway = new FakeGateway(Mood.FAILING_FILES);
                var load = load(gateway)) {
            runUntilTold(load, 3);

            assertThat(load.files().entries()).extracting(ClientEntry::seen).contains(Optional.of(Verdict.FAILED));
            assertThat(load.requests().counts().failed()).isZero();
        }
    }

    @Test
    void givesNothingToAGatewayThatIsNotReady() throws IOException {
        try (var well = new FakeGateway(Mood.WELL);
                var notReady = new FakeGateway(Mood.NOT_READY);
                var load = load(well, notReady)) {
            load.start();
            await().until(() -> well.submissions() >= 10);
            assertThat(notReady.submissions()).isZero();

            notReady.turn(Mood.WELL);
            await().until(() -> notReady.submissions() > 0);
        }
    }

    @Test
    void sendsNothingWhenNoGatewayIsReadyAndCountsWhatItCouldNotSend() throws IOException {
        try (var gateway = new FakeGateway(Mood.NOT_READY);
                var load = load(gateway)) {
            load.start();
            await().until(() -> load.requests().counts().failed() >= 2);

            assertThat(gateway.submissions()).isZero();
            assertThat(load.requests().failures().get(0).detail()).isEqualTo("/file: no gateway is ready");
        }
    }

    private static void runUntilTold(Load load, int files) {
        load.start();
        await().until(() -> load.files().toldCount() >= files);
        load.stopSending();
        await().until(() -> load.inFlight() == 0);
    }

    private Load load(FakeGateway... gateways) {
        return new Load(Stream.of(gateways).map(FakeGateway::url).toList(), keys, new FileMix(1), 50);
    }

    private static URI goneAddress() throws IOException {
        try (var gateway = new FakeGateway(Mood.WELL)) {
            return gateway.url();
        }
    }

    private static final class NumberedKeys implements ApiKeys {
        private final AtomicInteger fresh = new AtomicInteger();

        @Override
        public String usual() {
            return "usual";
        }

        @Override
        public String fresh() {
            return "fresh-" + fresh.incrementAndGet();
        }
    }
}
