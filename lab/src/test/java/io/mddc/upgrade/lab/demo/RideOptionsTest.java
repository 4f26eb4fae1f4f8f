package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.lab.ride.Combination;
import io.mddc.upgrade.lab.ride.Moment;
import io.mddc.upgrade.lab.ride.RideCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class RideOptionsTest {
    @TempDir
    private Path home;

    @BeforeEach
    void writePolicy() throws IOException {
        TypedOptions.writePolicy(home);
    }

    @Test
    void nothingIsRiddenUnlessAskedFor() {
        assertThat(parsed()).isEmpty();
    }

    @Test
    void ridesWhatIsNamed() {
        assertThat(parsed("--ride=pause@monitor")).containsExactly(new Combination(RideCommand.PAUSE, Moment.MONITOR));
    }

    @Test
    void theSeedDecidesWhichStepsAShortRideHas() {
        assertThat(parsed("--ride=short", "--seed=3")).isEqualTo(Combination.parse("short", 3));
    }

    @Test
    void refusesWhatARideDoesByItself() {
        for (var other : List.of("--keep", "--careless", "--bad=never-ready", "--kill=worker@drain")) {
            assertThatThrownBy(() -> parsed("--ride=all", other))
                    .isInstanceOf(UnusableSetting.class)
                    .hasMessage("--ride goes without --careless, --keep, --kill and --bad");
        }
    }

    @Test
    void refusesAnUnknownRide() {
        assertThatThrownBy(() -> parsed("--ride=pause@lunch"))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith("--ride: 'pause@lunch' is no ride: allowed is all, short");
    }

    private List<Combination> parsed(String... arguments) {
        var options = new DemoOptions();
        var rides = new RideOptions();
        var spec = CommandSpec.create()
                .addMixin("options", CommandSpec.forAnnotatedObject(options))
                .addMixin("rides", CommandSpec.forAnnotatedObject(rides));
        new CommandLine(spec).parseArgs(arguments);
        return rides.checked(options.checked(home));
    }
}
