package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.ledger.Balance;
import io.mddc.upgrade.lab.load.RequestBook;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code --report} writes. An empty field is null in the file: nothing fills it in this run.
 *
 * @param engine {@code embedded} or {@code trial}; {@code none} for the careless run
 * @param outcome what the upgrade says of its end; empty for the careless run
 * @param minActive the fewest instances that took work at any moment of the upgrade, by the leases
 * @param emergencyStops those that the lab pressed
 * @param settingsFrozen every write of a setting that the lab tried while the cluster was held was refused
 * @param settingsThawed each could be written after the end; empty for the careless run
 * @param orphanIsolations Cores that say at the end that they are isolated, though no person is named for them
 *     (their unit is not FAILED); empty when one of them could not be asked
 * @param processesKept no Core or gateway was started anew while something beside them was upgraded; empty when nothing was
 * @param etas what the product said of the end at the end of each unit, as far as it said a time
 * @param maintenance how long the system was closed; empty when it never was
 */
public record DemoReport(
        String engine,
        String scenario,
        long seed,
        Optional<Outcome> outcome,
        Files files,
        RequestBook.Counts requests,
        List<Impact> impact,
        List<Unit> units,
        List<KillReport> kills,
        List<EmergencyDrill.Stopped> emergencyStops,
        Map<Component, Integer> minActive,
        Optional<Boolean> settingsFrozen,
        Optional<Boolean> settingsThawed,
        Optional<Integer> orphanIsolations,
        Optional<Boolean> processesKept,
        Optional<Maintenance> maintenance,
        List<ToldEta> etas,
        double durationSeconds) {
    public DemoReport {
        impact = List.copyOf(impact);
        units = List.copyOf(units);
        kills = List.copyOf(kills);
        emergencyStops = List.copyOf(emergencyStops);
        etas = List.copyOf(etas);
        minActive = Map.copyOf(minActive);
    }

    /**
     * The ledger's numbers.
     *
     * @param checks files of operators, in none of the others
     */
    public record Files(
            int accepted,
            int finished,
            int failed,
            int failedByUpgrade,
            int failedByPackage,
            int failedByKill,
            int lost,
            int inFlight,
            int wrongVerdict,
            int checks) {
        static Files of(Balance balance) {
            return new Files(
                    balance.accepted(),
                    balance.finished(),
                    balance.failed(),
                    balance.failedByUpgrade(),
                    balance.failedByPackage(),
                    balance.failedByKill(),
                    balance.lost(),
                    balance.inFlight(),
                    balance.wrongVerdict(),
                    balance.checks());
        }
    }

    /**
     * What clients noticed while units of a component were in work. A request that failed counts once: for its key, or for
     * what it asked.
     *
     * @param level the impact level the vendor's table gives the component
     * @param keysRefused good keys, of any request
     * @param failed requests to gateways that got neither the expected answer nor a polite refusal, nor were refused for their key;
     *     other than because the lab killed the gateway
     * @param signInsFailed at the console, other than because the lab killed it; empty when nobody signed in
     * @param longestGapSeconds the longest time without an accepted submission
     */
    public record Impact(
            Component component,
            int level,
            int submissionsFailed,
            int resultsFailed,
            int downloadsFailed,
            int keysRefused,
            int failed,
            Optional<Integer> signInsFailed,
            double longestGapSeconds) {
        /**
         * Level 0: nothing. Level 1: all but keys, which only an Identity Service that is down may refuse. Level 2: everything may be
         * refused, politely, and nothing fail.
         */
        boolean isAboveLevel() {
            int served = submissionsFailed + resultsFailed + downloadsFailed + signInsFailed.orElse(0);
            return switch (level) {
                case 0 -> served + keysRefused > 0;
                case 1 -> keysRefused > 0 && component != Component.IDENTITY_SERVICE;
                default -> failed + keysRefused + signInsFailed.orElse(0) > 0;
            };
        }
    }

    /**
     * @param running what the component itself answers, so without revision; empty when it does not answer
     * @param end what the upgrade says of the unit; empty for the careless run
     * @param installs how often dpkg, or dnf, unpacked the target version
     * @param filesAtIsolation files the Core had in work when it ceased to take work
     * @param floorSeconds what the unit had to take: last file, installer, start, soak
     * @param overheadSeconds what it took more, from {@code go} to its end
     * @param outageSeconds so much of that passed while what the lab killed was away
     */
    public record Unit(
            InstanceId instance,
            Component component,
            String from,
            String to,
            Optional<String> running,
            Optional<UnitState> end,
            int installs,
            Optional<Integer> filesAtIsolation,
            List<StepSpan> steps,
            Optional<Double> floorSeconds,
            Optional<Double> overheadSeconds,
            Optional<Double> outageSeconds) {
        public Unit {
            steps = List.copyOf(steps);
        }
    }

    /**
     * What the product said, and what came.
     *
     * @param afterUnits so many units had come to their end
     * @param offPercent how much later than it came it was expected, earlier when negative, of the whole duration of the upgrade
     * @param offPercentOfRest the same, of what was left
     */
    public record ToldEta(
            int afterUnits,
            InstanceId instance,
            Instant at,
            Instant expected,
            Instant earliest,
            Instant latest,
            String sentence,
            Instant actual,
            double offPercent,
            double offPercentOfRest) {}

    /**
     * @param end empty while it lasts
     */
    public record StepSpan(Step step, Instant begin, Optional<Instant> end) {}
}
