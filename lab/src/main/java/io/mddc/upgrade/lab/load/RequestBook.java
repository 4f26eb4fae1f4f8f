package io.mddc.upgrade.lab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every request the client sent; none is tried again behind its back. */
public final class RequestBook {
    private final ConcurrentLinkedQueue<SentRequest> requests = new ConcurrentLinkedQueue<>();

    void add(SentRequest request) {
        requests.add(request);
    }

    public Counts counts() {
        return new Counts(requests.size(), count(RequestResult.FAILED), count(RequestResult.REFUSED));
    }

    /** What went wrong, oldest first. */
    public List<SentRequest> failures() {
        return requests.stream()
                .filter(request -> request.result() == RequestResult.FAILED)
                .sorted(Comparator.comparing(SentRequest::at))
                .toList();
    }

    /** What a client could not do as usual between the two moments, refusals included. */
    public int missed(RequestKind kind, Instant begin, Instant end) {
        return Math.toIntExact(requests.stream()
                .filter(request -> request.kind() == kind && request.result() != RequestResult.OK)
                .filter(request ->
                        !request.at().isBefore(begin) && !request.at().isAfter(end))
                .count());
    }

    /** The longest time between the two moments in which no submission was accepted. */
    public Duration longestGap(Instant begin, Instant end) {
        var accepted = requests.stream()
                .filter(request -> request.kind() == RequestKind.SUBMISSION && request.result() == RequestResult.OK)
                .map(SentRequest::at)
                .filter(at -> at.isAfter(begin) && at.isBefore(end))
                .sorted()
                .toList();
        var longest = Duration.ZERO;
        var last = begin;
        for (var at : accepted) {
            longest = longer(longest, Duration.between(last, at));
            last = at;
        }
        return longer(longest, Duration.between(last, end));
    }

    private static Duration longer(Duration left, Duration right) {
        return left.compareTo(right) >= 0 ? left : right;
    }

    private int count(RequestResult result) {
        return Math.toIntExact(
                requests.stream().filter(request -> request.result() == result).count());
    }

    /**
     * @param failed anything but the expected answer and but a polite refusal
     */
    public record Counts(int sent, int failed, int refused) {}
}
