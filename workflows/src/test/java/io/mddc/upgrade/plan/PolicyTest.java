package io.mddc.upgrade.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.json.UpgradeJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Read as from its file: each bad value is refused by the name of its key. */
class PolicyTest {
    private static final JsonNode GOOD = UpgradeJson.mapper().valueToTree(Policies.DEFAULT);

    @Test
    void isReadAsItWasWritten() {
        assertThat(read(GOOD)).isEqualTo(Policies.DEFAULT);
    }

    @Test
    void goesServicesFirstWhereNoOrderIsGiven() {
        assertThat(read(with("order", "")).order()).isEqualTo(Policy.SERVICES_FIRST);
    }

    /** One written before the key was there, too. */
    @Test
    void expectsTheUsualTimesWhereNoneAreGiven() {
        assertThat(read(with("expected", "")).expected()).isEqualTo(ExpectedTimes.USUAL);
    }

    @Test
    void refusesAnOrderThatLeavesAComponentOutOrNamesOneTwice() {
        var withoutCore = Policy.SERVICES_FIRST.stream()
                .filter(component -> component != Component.CORE)
                .toList();
        var twice = Stream.concat(Policy.SERVICES_FIRST.stream(), Stream.of(Component.CORE))
                .toList();

        for (var bad : List.of(withoutCore, twice)) {
            var policy = (ObjectNode) GOOD.deepCopy();
            policy.set("order", UpgradeJson.mapper().valueToTree(bad));
            assertThatThrownBy(() -> read(policy))
                    .hasMessageContaining("order is ")
                    .hasMessageContaining("once");
        }
    }

    static Stream<String> durations() {
        return Stream.of("drain", "soak", "limits", "expected")
                .flatMap(group -> GOOD.get(group).properties().stream()
                        .filter(property -> property.getValue().asText().startsWith("PT"))
                        .map(property -> group + "." + property.getKey()));
    }

    @ParameterizedTest
    @MethodSource("durations")
    void refusesADurationThatIsNothingNegativeOrTooLong(String key) {
        for (var bad : new String[] {"PT0S", "-PT1S", "PT720H0.001S"}) {
            assertThatThrownBy(() -> read(with(key, bad)))
                    .hasMessageContaining(key + " is ")
                    .hasMessageContaining("at most P30D");
        }
        assertThat(read(with(key, "P30D"))).isNotEqualTo(Policies.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("durations")
    void refusesToDoWithoutADuration(String key) {
        // It came later than the others: a policy that an upgrade carries may be older.
        if (key.equals("expected.upload")) {
            assertThat(read(with(key, ""))).isEqualTo(Policies.DEFAULT);
        } else {
            assertThatThrownBy(() -> read(with(key, ""))).hasMessageContaining(key + " is null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"failureBudget", "whenSpent", "approval", "drain", "soak", "limits", "drain.whenPassed"})
    void refusesToDoWithoutAKeyAndNamesIt(String key) {
        assertThatThrownBy(() -> read(with(key, ""))).hasMessageContaining(key + " is missing");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "100, true", "101, false"})
    void lookingAfterMoreThanAHundredAtOnceIsRefused(int concurrency, boolean allowed) {
        if (allowed) {
            assertThat(Policies.withConcurrency(concurrency).concurrency()).isEqualTo(concurrency);
        } else {
            assertThatThrownBy(() -> Policies.withConcurrency(concurrency))
                    .hasMessage("concurrency is %s: allowed is 1 to 100", concurrency);
        }
    }

    @Test
    void aMinimumMayBeNothingButNotLess() {
        var none = Map.of(Component.CORE, 0);
        assertThat(Policies.withMinimum(none).minimumActive()).isEqualTo(none);
        assertThatThrownBy(() -> Policies.withMinimum(Map.of(Component.CORE, -1)))
                .hasMessage("minimumActive.CORE is -1: allowed is 0 or more");
    }

    @Test
    void refusesARequestOrAStageWithNothingInIt() {
        var target = new Target(Component.CORE, new Version("5.17.0-1"));
        assertThatThrownBy(() -> new UpgradeRequest(List.of(), List.of())).hasMessageContaining("targets is empty");
        assertThatThrownBy(() -> new UpgradeRequest(List.of(target, target), List.of()))
                .hasMessageContaining("names a component twice");
        assertThatThrownBy(() -> new StagePlan(Component.CORE, target.version(), 0, List.of()))
                .hasMessage("stage CORE has no unit");
    }

    private static JsonNode with(String key, String value) {
        ObjectNode changed = GOOD.deepCopy();
        int dot = key.indexOf('.');
        var parent = dot < 0 ? changed : (ObjectNode) changed.get(key.substring(0, dot));
        var name = key.substring(dot + 1);
        if (value.isEmpty()) {
            parent.remove(name);
        } else {
            parent.put(name, value);
        }
        return changed;
    }

    private static Policy read(JsonNode written) {
        return UpgradeJson.mapper().convertValue(written, Policy.class);
    }
}
