package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.load.SentRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where gateways stand at the end, and when they refused files: closed is a system that a person was named for, and no other; and
 * where one is closed for File Storage, nothing else of the upgrade refuses files.
 *
 * @param closed from the first refusal on, until files were taken again
 */
record ClosedDoors(Stage stage, Optional<Span> closed) {
    /** A second gateway is opened a moment after the first. */
    private static final Duration OPENING = Duration.ofSeconds(3);

    /**
     * What is not as it should be, in sentences.
     *
     * @param person a unit of the File Storage ended so that a person is named for it
     */
    List<String> broken(Person person) {
        return Stream.of(doors(person), refusals()).flatMap(Optional::stream).toList();
    }

    /** Whether a person has to look. */
    enum Person {
        NAMED,
        NOT_NEEDED
    }

    private Optional<String> doors(Person person) {
        var gateways = stage.watches().doors().closed();
        if (person == Person.NOT_NEEDED) {
            return gateways.isEmpty() ? Optional.empty() : Optional.of(gateways + " are closed and no person is named");
        }
        return isAll(gateways)
                ? Optional.empty()
                : Optional.of("a broken system is open: only " + gateways + " are closed");
    }

    private boolean isAll(List<InstanceId> gateways) {
        return gateways.size() == stage.watches().doors().gateways();
    }

    private Optional<String> refusals() {
        long elsewhere = closed.stream()
                .flatMap(span -> stage.load().requests().refusals().stream().filter(request -> !isIn(span, request)))
                .count();
        return elsewhere == 0
                ? Optional.empty()
                : Optional.of(elsewhere + " requests were refused other than while the system was closed");
    }

    private static boolean isIn(Span span, SentRequest request) {
        return !request.at().isBefore(span.begin())
                && request.at().minus(OPENING).isBefore(span.end());
    }
}
