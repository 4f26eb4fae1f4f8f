package io.mddc.upgrade.lab.ride;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.run.UnitState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandTableTest {
    private final CommandTable table = CommandTable.read(Path.of("../docs/design.md"));

    @Test
    void readsFromTheDesignDocumentWhatIsTakenAndWhatIsNot() {
        assertThat(table.isTaken(RideCommand.SKIP, UnitState.DRAINING)).isTrue();
        assertThat(table.isTaken(RideCommand.SKIP, UnitState.INSTALLING)).isFalse();
        assertThat(table.isTaken(RideCommand.RETRY, UnitState.ROLLING_BACK)).isFalse();
        assertThat(table.isTaken(RideCommand.RETRY, UnitState.ROLLED_BACK)).isTrue();
    }

    @Test
    void aRunningUpgradeTakesItsOwnCommandsWhereverAUnitIs() {
        assertThat(table.isTaken(RideCommand.PAUSE, UnitState.INSTALLING)).isTrue();
        assertThat(table.isTaken(RideCommand.ABORT, UnitState.ROLLING_BACK)).isTrue();
        assertThat(table.isTaken(RideCommand.ROLLBACK, UnitState.UPLOADING)).isTrue();
    }

    @Test
    void refusesADocumentWithoutTheTable() {
        assertThatThrownBy(() -> CommandTable.of("# Design")).hasMessage("the document has no command table");
    }
}
