package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.chaos.Victim;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.load.RequestResult;
import io.mddc.upgrade.lab.packaging.LabPart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What others went through beside an upgrade that must not touch them: the processes of Cores and gateways while none of them
 * is upgraded (but Cores while the File Storage is), and clients with good keys while the Identity Service is there to know them.
 */
record Bystanders(Stage stage, Map<Target, Span> spans, List<KillReport> kills) {
    /** The lab looks now and then only, and an answer takes a moment. */
    private static final Duration NOTICING = Duration.ofSeconds(2);

    Bystanders {
        spans = Map.copyOf(spans);
        kills = List.copyOf(kills);
    }

    /** Each kept its process; empty when nothing beside them was upgraded. */
    Optional<Boolean> processesKept() {
        return beside().findAny().map(any -> restarted().isEmpty());
    }

    /** What is not as it should be, in sentences. */
    List<String> broken() {
        return Stream.concat(restarted().stream(), refused().stream()).toList();
    }

    private List<String> restarted() {
        return beside().flatMap(target ->
                        stage
                                .watches()
                                .processes()
                                .startedIn(
                                        Optional.ofNullable(spans.get(target)).orElseThrow())
                                .stream()
                                .filter(id -> mustStay(target, id))
                                .map(id -> id + " was started anew while "
                                        + target.component().title() + " was upgraded"))
                .toList();
    }

    /** Cores are stopped for the File Storage, and what the lab killed is its own doing. */
    private boolean mustStay(Target target, InstanceId instance) {
        boolean isStopped = target.part() == LabPart.FILE_STORAGE
                && stage.cluster().instance(instance).part() == LabPart.CORE;
        boolean isKilled = kills.stream()
                .anyMatch(kill -> kill.what().equals(Victim.INSTANCE.word())
                        && kill.instance().equals(Optional.of(instance)));
        return !isStopped && !isKilled;
    }

    private Stream<Target> beside() {
        return spans.keySet().stream().filter(target -> !target.part().isIsolable());
    }

    private Optional<String> refused() {
        var identity = stage.cluster().instances(LabPart.IDENTITY_SERVICE).get(0);
        var down = down(identity);
        long unexplained = stage.load().requests().failures().stream()
                .filter(request -> request.result() == RequestResult.KEY_REFUSED)
                .filter(request -> down.stream().noneMatch(span -> isIn(span, request.at())))
                .count();
        return unexplained == 0
                ? Optional.empty()
                : Optional.of(unexplained + " good keys were refused while " + identity.id() + " was ready");
    }

    private List<Span> down(LabInstance identity) {
        return stage.watches().readiness().notReady(identity.id());
    }

    private static boolean isIn(Span down, Instant at) {
        return at.isAfter(down.begin().minus(NOTICING)) && at.minus(NOTICING).isBefore(down.end());
    }
}
