package io.mddc.upgrade.lab.ride;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.run.UnitState;
import org.junit.jupiter.api.Test;

class CombinationTest {
    @Test
    void allIsEveryCommandInEveryStep() {
        assertThat(Combination.parse("all", 1)).hasSize(35).doesNotHaveDuplicates();
    }

    @Test
    void shortIsEachCommandOnceInAnotherStepEach() {
        var some = Combination.parse("short", 1);

        assertThat(some).extracting(Combination::command).containsExactly(RideCommand.values());
        assertThat(some).extracting(Combination::moment).doesNotHaveDuplicates();
        assertThat(Combination.parse("short", 1)).isEqualTo(some);
        assertThat(Combination.parse("short", 2)).isNotEqualTo(some);
    }

    @Test
    void namedOnesComeInTheirOrder() {
        assertThat(Combination.parse("skip@drain,retry@wayback", 1))
                .containsExactly(
                        new Combination(RideCommand.SKIP, Moment.DRAIN),
                        new Combination(RideCommand.RETRY, Moment.WAY_BACK));
    }

    @Test
    void saysWhatIsAllowedInsteadOfAnUnknownOne() {
        assertThatThrownBy(() -> Combination.parse("stop@drain", 1))
                .hasMessage(
                        "'stop@drain' is no ride: allowed is all, short, or COMMAND@STEP with a COMMAND of pause, abort,"
                                + " rollback, skip, retry and a STEP of upload, waiting, drain, install, verify, monitor,"
                                + " wayback");
    }

    @Test
    void anAbortBeforeTheInstallLeavesTheUnitAsItWasAndAfterItAsItIs() {
        assertThat(end(RideCommand.ABORT, Moment.DRAIN)).isEqualTo(UnitState.CANCELLED);
        assertThat(end(RideCommand.ABORT, Moment.INSTALL)).isEqualTo(UnitState.UPGRADED);
        assertThat(end(RideCommand.ABORT, Moment.WAY_BACK)).isEqualTo(UnitState.ROLLED_BACK);
    }

    @Test
    void aRollbackTakesBackWhatWasInstalled() {
        assertThat(end(RideCommand.ROLLBACK, Moment.WAITING)).isEqualTo(UnitState.CANCELLED);
        assertThat(end(RideCommand.ROLLBACK, Moment.VERIFY)).isEqualTo(UnitState.ROLLED_BACK);
    }

    @Test
    void whatWasSkippedOrWentBackIsUpgradedAfterItsRetry() {
        assertThat(end(RideCommand.SKIP, Moment.UPLOAD)).isEqualTo(UnitState.UPGRADED);
        assertThat(end(RideCommand.SKIP, Moment.WAY_BACK)).isEqualTo(UnitState.ROLLED_BACK);
        assertThat(end(RideCommand.RETRY, Moment.WAY_BACK)).isEqualTo(UnitState.UPGRADED);
    }

    private static UnitState end(RideCommand command, Moment moment) {
        return new Combination(command, moment).end();
    }
}
