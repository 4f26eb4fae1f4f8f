package io.mddc.upgrade.lab.ride;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import io.mddc.upgrade.run.UnitState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One command, sent while one unit is in one step: an upgrade of its own. */
public record Combination(RideCommand command, Moment moment) {

    /** {@code all}; {@code short}, each command once, each in another step; or {@code COMMAND@STEP,…}. Throws with what is allowed. */
    public static List<Combination> parse(String text, long seed) {
        return switch (text) {
            case "all" -> all();
            case "short" -> some(seed);
            default ->
                Splitter.on(',').splitToStream(text).map(Combination::one).toList();
        };
    }

    static List<Combination> all() {
        return Arrays.stream(Moment.values())
                .flatMap(moment -> Arrays.stream(RideCommand.values()).map(command -> new Combination(command, moment)))
                .toList();
    }

    static List<Combination> some(long seed) {
        var moments = new ArrayList<>(List.of(Moment.values()));
        Collections.shuffle(moments, new Random(seed));
        var commands = RideCommand.values();
        return IntStream.range(0, commands.length)
                .mapToObj(n -> new Combination(commands[n], moments.get(n)))
                .toList();
    }

    private static Combination one(String text) {
        return all().stream()
                .filter(known -> known.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is no ride: allowed is all, short, or COMMAND@STEP with a COMMAND of %s and a STEP of %s"
                                .formatted(
                                        text,
                                        words(Arrays.stream(RideCommand.values())
                                                .map(RideCommand::word)),
                                        words(Arrays.stream(Moment.values()).map(Moment::word)))));
    }

    private static String words(Stream<String> words) {
        return words.collect(joining(", "));
    }

    /** Its version is bad on the unit's host, so that it goes back. */
    public boolean goesBack() {
        return moment == Moment.WAY_BACK;
    }

    /**
     * Two units, where the other one matters: one waits for the other, stays unbegun while the upgrade is paused, keeps the stage
     * at work while the first is begun anew, or has been upgraded and goes back too.
     */
    public boolean needsTwo() {
        return isOnSecond()
                || command == RideCommand.PAUSE
                || (command == RideCommand.SKIP && moment == Moment.DRAIN)
                || (command == RideCommand.RETRY && goesBack());
    }

    /** The unit in question is the second; the first is in work, or upgraded when the whole upgrade goes back. */
    public boolean isOnSecond() {
        return moment.isBeforeGo() || (command == RideCommand.ROLLBACK && moment == Moment.MONITOR);
    }

    /** It is paused at some moment, and resumed. */
    public boolean isResumed() {
        return command == RideCommand.PAUSE || (command == RideCommand.RETRY && goesBack());
    }

    /** The unit ends, and is begun anew while the stage is at work. */
    public boolean isBegunAnew() {
        return command == RideCommand.RETRY ? goesBack() : command == RideCommand.SKIP && moment.isBeforeInstall();
    }

    /** How the unit in question ends. */
    public UnitState end() {
        if (isBegunAnew()) {
            return UnitState.UPGRADED;
        }
        if (goesBack()) {
            return UnitState.ROLLED_BACK;
        }
        boolean stops = command == RideCommand.ABORT || command == RideCommand.ROLLBACK;
        if (stops && moment.isBeforeInstall()) {
            return UnitState.CANCELLED;
        }
        return command == RideCommand.ROLLBACK ? UnitState.ROLLED_BACK : UnitState.UPGRADED;
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return command.word() + "@" + moment.word();
    }

    public Combination {
        checkArgument(command != null && moment != null, "command or moment is null");
    }
}
