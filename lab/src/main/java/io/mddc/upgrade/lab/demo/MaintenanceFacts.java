package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.chaos.Victim;
import io.mddc.upgrade.lab.demo.DoorWatch.Door;
import io.mddc.upgrade.lab.host.InstallerRun;
import io.mddc.upgrade.lab.host.LabHost;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.load.RequestResult;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.service.shared.FileRecord;
import io.mddc.upgrade.lab.service.shared.Sender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the lab itself saw of the system's maintenance: from its clients' requests, the gateways, what the packages' scripts and
 * programs noted, and the shared services' books.
 */
record MaintenanceFacts(Stage stage, Collection<FileRecord> files, List<KillReport> kills) {
    /** The lab notices a moment late that a gateway's door has moved. */
    private static final Duration NOTICING = Duration.ofMillis(500);

    MaintenanceFacts {
        files = List.copyOf(files);
        kills = List.copyOf(kills);
    }

    static MaintenanceFacts of(Stage stage, List<KillReport> kills) {
        return new MaintenanceFacts(stage, stage.cluster().shared().results().values(), kills);
    }

    /** From the first refusal until files were taken again, or until now; empty when no gateway was ever closed. */
    Optional<Span> closed() {
        return firstRefused().map(from -> new Span(from, firstAccepted(from).orElseGet(Clock.systemUTC()::instant)));
    }

    Optional<Maintenance> report() {
        return closed().map(span ->
                Maintenance.of(span.begin(), firstAccepted(span.begin()), parts(span), closedAfterKill(span)));
    }

    private Optional<Instant> firstRefused() {
        return moved(Door.CLOSED, Instant.EPOCH)
                .flatMap(at -> stage.load().requests().firstSubmission(RequestResult.REFUSED, at.minus(NOTICING)));
    }

    private Optional<Instant> firstAccepted(Instant refused) {
        return moved(Door.OPEN, refused.plus(NOTICING))
                .flatMap(at -> stage.load().requests().firstSubmission(RequestResult.OK, at.minus(NOTICING)));
    }

    /** When a gateway first said so, not before the given moment; a killed one that is back says again what it said. */
    private Optional<Instant> moved(Door to, Instant from) {
        return stage.watches().doors().changes().stream()
                .filter(change -> change.to() == to && change.at().isAfter(from))
                .map(DoorWatch.Change::at)
                .findFirst();
    }

    private Maintenance.Parts parts(Span closed) {
        var starts = spans(LabPart.CORE, "start", closed);
        var storage = storageReady(closed);
        return new Maintenance.Parts(
                seconds(List.of(new Span(closed.begin(), lastVerdict(closed)))),
                seconds(spans(LabPart.CORE, "stop", closed)),
                seconds(joined(
                        spans(LabPart.FILE_STORAGE, "backup", closed), spans(LabPart.FILE_STORAGE, "restore", closed))),
                seconds(installs(closed)),
                seconds(joined(starts, storage)),
                seconds(joined(starts, coresReady(closed))) - seconds(starts),
                seconds(checks(closed)));
    }

    private Instant lastVerdict(Span closed) {
        return files.stream()
                .filter(file -> file.sender() == Sender.CLIENT
                        && file.acceptedAt().isBefore(closed.begin().plus(NOTICING)))
                .flatMap(file -> file.verdict().stream())
                .map(FileRecord.Verdict::at)
                .filter(closed::has)
                .max(Comparator.naturalOrder())
                .orElse(closed.begin());
    }

    private List<Span> checks(Span closed) {
        return files.stream()
                .filter(file -> file.sender() == Sender.OPERATOR && closed.has(file.acceptedAt()))
                .flatMap(file -> file.verdict().map(verdict -> new Span(file.acceptedAt(), verdict.at())).stream())
                .toList();
    }

    private List<Span> spans(LabPart part, String program, Span closed) {
        return instances(part)
                .flatMap(instance -> runs(instance, program, closed))
                .toList();
    }

    private Stream<Span> runs(LabInstance instance, String program, Span closed) {
        return host(instance).programRuns(instance.part().packageName()).stream()
                .filter(run -> run.program().equals(program) && closed.has(run.begin()))
                .map(run -> new Span(run.begin(), run.end()));
    }

    private List<Span> installs(Span closed) {
        return storageRuns(closed)
                .map(run ->
                        new Span(stage.watches().installers().began(storage().host(), run), run.end()))
                .toList();
    }

    private List<Span> storageReady(Span closed) {
        return storageRuns(closed)
                .flatMap(run -> ready(storage().id(), run.end(), closed))
                .toList();
    }

    private Stream<InstallerRun> storageRuns(Span closed) {
        return host(storage()).installerRuns(LabPart.FILE_STORAGE.packageName()).stream()
                .filter(run -> closed.has(run.begin()));
    }

    private List<Span> coresReady(Span closed) {
        return instances(LabPart.CORE)
                .flatMap(core -> runs(core, "start", closed).flatMap(start -> ready(core.id(), start.end(), closed)))
                .toList();
    }

    private Stream<Span> ready(InstanceId instance, Instant from, Span closed) {
        return stage
                .watches()
                .readiness()
                .fitFrom(instance, from)
                .filter(closed::has)
                .map(at -> new Span(from, at))
                .stream();
    }

    private Optional<Boolean> closedAfterKill(Span closed) {
        return kills.stream()
                .filter(kill -> kill.what().equals(Victim.INSTANCE.word()) && closed.has(kill.at()))
                .flatMap(kill -> kill.instance().stream()
                        .flatMap(gateway -> stage.watches().doors().firstAfterSilence(gateway, kill.at()).stream()))
                .map(Door.CLOSED::equals)
                .reduce(Boolean::logicalAnd);
    }

    private LabInstance storage() {
        return stage.cluster().instances(LabPart.FILE_STORAGE).get(0);
    }

    private Stream<LabInstance> instances(LabPart part) {
        return stage.cluster().instances(part).stream();
    }

    private LabHost host(LabInstance instance) {
        return stage.cluster().host(instance.host());
    }

    private static List<Span> joined(List<Span> some, List<Span> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static double seconds(List<Span> spans) {
        return Reporting.seconds(Span.together(spans));
    }
}
