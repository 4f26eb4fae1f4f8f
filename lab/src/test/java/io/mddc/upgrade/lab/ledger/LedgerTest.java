package io.mddc.upgrade.lab.ledger;

import static io.mddc.upgrade.lab.ledger.Verdict.ALLOWED;
import static io.mddc.upgrade.lab.ledger.Verdict.BLOCKED;
import static io.mddc.upgrade.lab.ledger.Verdict.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.lab.ledger.Blame.Gone;
import io.mddc.upgrade.lab.ledger.Discrepancy.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant TAKEN = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant ENDED = TAKEN.plusSeconds(20);
    private static final Duration LEASE = Duration.ofSeconds(3);

    @Test
    void closesWhenEveryFileIsInBothBooksWithTheKnownAnswer() {
        var balance = books(
                List.of(told("a", ALLOWED, ALLOWED), told("b", BLOCKED, BLOCKED)),
                List.of(stored("a", ALLOWED), stored("b", BLOCKED)));

        assertThat(balance).isEqualTo(new Balance(2, 2, 0, 0, 0, 0, 0, 0, 0, 0, List.of()));
        assertThat(balance.closes()).isTrue();
    }

    @Test
    void callsAFileWithoutAVerdictInFlightWhileItIsWaitedForAndLostAfterwards() {
        var ledger = new Ledger(List.of(waiting("a")), List.of(open("a")), Blame.NOBODY);

        assertThat(ledger.balance()).isEqualTo(new Balance(1, 0, 0, 0, 0, 0, 0, 1, 0, 0, List.of()));
        assertThat(ledger.close()).isEqualTo(new Balance(1, 0, 0, 0, 0, 0, 1, 0, 0, 0, List.of()));
    }

    @Test
    void leavesOutWhatOperatorsSentToCheckTheSystemAndTellsItsNumber() {
        var check = new ServicesEntry(
                "check",
                Purpose.CHECK,
                Optional.of(FAILED),
                Optional.of("core-1"),
                Optional.of(TAKEN),
                Optional.of(ENDED));

        var balance = books(List.of(told("a", ALLOWED, ALLOWED)), List.of(stored("a", ALLOWED), check));

        assertThat(balance).isEqualTo(new Balance(1, 1, 0, 0, 0, 0, 0, 0, 0, 1, List.of()));
        assertThat(balance.closes()).isTrue();
    }

    @Test
    void seesAnAcceptedFileTheServicesHaveNeverHeardOf() {
        var balance = books(List.of(waiting("a")), List.of());

        assertThat(balance.lost()).isEqualTo(1);
        assertThat(balance.discrepancies()).containsExactly(new Discrepancy(Kind.UNKNOWN_TO_SERVICES, "a"));
        assertThat(balance.closes()).isFalse();
    }

    @Test
    void seesAFileWhoseSenderWasNeverToldThatItWasAccepted() {
        var balance = books(List.of(), List.of(stored("a", ALLOWED)));

        assertThat(balance.discrepancies()).containsExactly(new Discrepancy(Kind.UNKNOWN_TO_CLIENT, "a"));
        assertThat(balance.closes()).isFalse();
    }

    @Test
    void seesAnIdGivenOutTwiceAndOneHeldTwice() {
        var balance = books(
                List.of(told("a", ALLOWED, ALLOWED), told("a", ALLOWED, ALLOWED), told("b", ALLOWED, ALLOWED)),
                List.of(stored("a", ALLOWED), stored("b", ALLOWED), stored("b", ALLOWED)));

        assertThat(balance.discrepancies())
                .containsExactly(
                        new Discrepancy(Kind.TWICE_IN_CLIENT_BOOK, "a"),
                        new Discrepancy(Kind.TWICE_IN_SERVICES_BOOK, "b"));
        assertThat(balance.closes()).isFalse();
    }

    @Test
    void seesAWrongVerdict() {
        var balance = books(List.of(told("a", BLOCKED, ALLOWED)), List.of(stored("a", ALLOWED)));

        assertThat(balance.wrongVerdict()).isEqualTo(1);
        assertThat(balance.finished()).isEqualTo(1);
    }

    @Test
    void seesAVerdictToldOtherwiseThanItIsStored() {
        var balance = books(List.of(told("a", BLOCKED, BLOCKED)), List.of(stored("a", ALLOWED)));

        assertThat(balance.discrepancies()).containsExactly(new Discrepancy(Kind.VERDICTS_DIFFER, "a"));
        assertThat(balance.wrongVerdict()).isEqualTo(1);
    }

    @Test
    void seesAVerdictThatWasNeverDelivered() {
        var balance = books(List.of(waiting("a")), List.of(stored("a", ALLOWED)));

        assertThat(balance.discrepancies()).containsExactly(new Discrepancy(Kind.VERDICT_NOT_DELIVERED, "a"));
    }

    @Test
    void chargesAFailedFileToTheUpgradeWhenTheLabDidNothingToItsCore() {
        var balance = books(List.of(told("a", ALLOWED, FAILED)), List.of(stored("a", FAILED)));

        assertThat(balance).isEqualTo(new Balance(1, 0, 1, 1, 0, 0, 0, 0, 0, 0, List.of()));
        assertThat(balance.closes()).isTrue();
    }

    @Test
    void chargesAFailedFileToTheKillOnlyWhenItsCoreDiedWhileItHadTheFile() {
        assertThat(failedUnder(killed("core-1", TAKEN.plusSeconds(1))).failedByKill())
                .isEqualTo(1);
        assertThat(failedUnder(killed("core-2", TAKEN.plusSeconds(1))).failedByUpgrade())
                .isEqualTo(1);
        assertThat(failedUnder(killed("core-1", ENDED.plusSeconds(1))).failedByUpgrade())
                .isEqualTo(1);
    }

    @Test
    void chargesAFailedFileToThePackageOnlyWhenItsCoreDiedByItselfWhileItHadTheFile() {
        assertThat(failedUnder(died("core-1", TAKEN.plusSeconds(1))).failedByPackage())
                .isEqualTo(1);
        assertThat(failedUnder(died("core-2", TAKEN.plusSeconds(1))).failedByUpgrade())
                .isEqualTo(1);
        assertThat(failedUnder(died("core-1", ENDED.plusSeconds(1))).failedByUpgrade())
                .isEqualTo(1);
    }

    @Test
    void knowsThatADeadCoreIsGivenFilesUntilItsLeaseEnds() {
        assertThat(failedUnder(died("core-1", TAKEN.minus(LEASE))).failedByPackage())
                .isEqualTo(1);
        assertThat(failedUnder(died("core-1", TAKEN.minus(LEASE).minusMillis(1)))
                        .failedByUpgrade())
                .isEqualTo(1);
    }

    @Test
    void chargesAFailedFileToTheKillBeforeAllElse() {
        var gone = List.of(new Gone("core-1", TAKEN.plusSeconds(1)));

        assertThat(failedUnder(new Blame(gone, gone, LEASE)).failedByKill()).isEqualTo(1);
    }

    @Test
    void refusesFailedAsAKnownAnswer() {
        assertThatThrownBy(() -> new ClientEntry("a", FAILED, Optional.empty())).hasMessageContaining("of file a");
    }

    private static Blame killed(String instance, Instant at) {
        return new Blame(List.of(new Gone(instance, at)), List.of(), LEASE);
    }

    private static Blame died(String instance, Instant at) {
        return new Blame(List.of(), List.of(new Gone(instance, at)), LEASE);
    }

    private static Balance failedUnder(Blame blame) {
        return new Ledger(List.of(told("a", ALLOWED, FAILED)), List.of(stored("a", FAILED)), blame).close();
    }

    private static Balance books(List<ClientEntry> client, List<ServicesEntry> services) {
        return new Ledger(client, services, Blame.NOBODY).close();
    }

    private static ClientEntry told(String id, Verdict known, Verdict seen) {
        return new ClientEntry(id, known, Optional.of(seen));
    }

    private static ClientEntry waiting(String id) {
        return new ClientEntry(id, ALLOWED, Optional.empty());
    }

    private static ServicesEntry stored(String id, Verdict verdict) {
        return new ServicesEntry(
                id, Purpose.WORK, Optional.of(verdict), Optional.of("core-1"), Optional.of(TAKEN), Optional.of(ENDED));
    }

    private static ServicesEntry open(String id) {
        return new ServicesEntry(
                id, Purpose.WORK, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
