package io.mddc.upgrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mddc.upgrade.json.UpgradeJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a wait offers is held against the table of commands, which is printed by trying them. */
class RemedyTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Set<UpgradeState> OF_THE_TABLE =
            EnumSet.of(UpgradeState.RUNNING, UpgradeState.PAUSING, UpgradeState.PAUSED, UpgradeState.AWAITING_APPROVAL);

    private final List<String> table = new DocumentedTable("command table").lines();

    @ParameterizedTest
    @EnumSource
    void anUpgradeThatWaitsOffersOnlyWhatIsTaken(UpgradeState state) {
        if (OF_THE_TABLE.contains(state)) {
            assertThat(Remedy.of(state)).isNotEmpty().allMatch(remedy -> isTaken(remedy, state.name()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aUnitThatWaitsOffersAllThatIsTaken(UnitState state) {
        assertThat(Arrays.stream(Remedy.values()).filter(remedy -> isTaken(remedy, state.name())))
                .containsExactlyInAnyOrderElementsOf(Remedy.of(state));
    }

    @Test
    void aWaitThatNamesItsOwnRemediesKeepsThem() {
        var usual = List.of(Remedy.SKIP);
        var own = new WaitReason.ForPerson("look", NOON, "an operator", List.of(Remedy.REOPEN));

        assertThat(own.offering(usual)).isEqualTo(own);
        assertThat(new WaitReason.Until("it drains", NOON, NOON).offering(usual).may())
                .isEqualTo(usual);
        assertThat(WaitReason.NOTHING.offering(usual).may()).isEmpty();
    }

    @Test
    void aWaitThatWasWrittenBeforeThereWereRemediesIsStillRead() throws JsonProcessingException {
        var former =
                "{\"kind\":\"PERSON\",\"sentence\":\"look\",\"since\":\"2026-11-22T12:00:00Z\",\"person\":\"anna\"}";

        assertThat(UpgradeJson.mapper().readValue(former, WaitReason.class))
                .isEqualTo(new WaitReason.ForPerson("look", NOON, "anna"));
    }

    /** In the column of the state, in the first table that has both. */
    private boolean isTaken(Remedy remedy, String state) {
        List<String> head = List.of();
        for (var line : table) {
            var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            if (cells.contains("command")) {
                head = cells;
            } else if (cells.contains(remedy.command()) && head.contains(state)) {
                return cells.get(head.indexOf(state)).equals("✔");
            }
        }
        return false;
    }
}
