package io.mddc.upgrade.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.InstanceId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KillOrderTest {
    @Test
    void readsWhatStepAndInstance() {
        assertThat(KillOrder.parse("control-center@install:core-3"))
                .isEqualTo(
                        new KillOrder(Victim.CONTROL_CENTER, KillStep.INSTALL, Optional.of(new InstanceId("core-3"))));
    }

    @Test
    void readsWhenTheWorkflowIsTerminated() {
        var order = KillOrder.parseTermination("install:core-2");

        assertThat(order)
                .isEqualTo(new KillOrder(Victim.WORKFLOW, KillStep.INSTALL, Optional.of(new InstanceId("core-2"))));
        assertThat(order.option()).isEqualTo("--terminate install:core-2");
        assertThat(KillOrder.parse("worker@drain").option()).isEqualTo("--kill worker@drain");
    }

    @Test
    void meansTheFirstInstanceThatComesWhenNoneIsNamed() {
        var order = KillOrder.parse("worker@drain");

        assertThat(order.instance()).isEmpty();
        assertThat(order.isFor(new InstanceId("core-1"))).isTrue();
        assertThat(KillOrder.parse("worker@drain:core-2").isFor(new InstanceId("core-1")))
                .isFalse();
    }

    @Test
    void namesWhatIsKilledWhereTheStepIsNoInstancesOwn() {
        var order = KillOrder.parse("instance@start-dependants:gateway-1");
        var storage = new InstanceId("file-storage-1");

        assertThat(order.isFor(storage)).isTrue();
        assertThat(order.victim(storage)).isEqualTo(new InstanceId("gateway-1"));
        assertThat(KillOrder.parse("worker@stage").victim(storage)).isEqualTo(storage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worker@drain:core-2",
                "everything@upload",
                "engine@monitor",
                "instance@verify:core-1",
                "worker@wayback",
                "instance@stop-dependants:gateway-1",
                "everything@maintenance-enter"
            })
    void writesItselfAsItIsRead(String text) {
        assertThat(KillOrder.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "worker | allowed is WHAT@STEP[:INSTANCE]",
                "@drain | allowed is WHAT@STEP[:INSTANCE]",
                "worker@drain: | allowed is WHAT@STEP[:INSTANCE]",
                "host@drain | cannot be killed: allowed is control-center, worker, engine, instance, everything",
                "worker@lunch | is not a step: allowed is upload, drain, install, verify, monitor",
                "worker@drain:Core_1 | is not an instance id"
            })
    void refusesAnythingElseNamingWhatIsAllowed(String text, String sentence) {
        assertThatThrownBy(() -> KillOrder.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
