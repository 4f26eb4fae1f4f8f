package io.mddc.upgrade.lab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** Every request the client sent; none is tried again behind its back. */
public final class RequestBook {
    private final ConcurrentLinkedQueue<SentRequest> requests = new ConcurrentLinkedQueue<>();

    public void add(SentRequest request) {
        requests.add(request);
    }

    public Counts counts() {
        return new Counts(
                requests.size(),
                count(RequestResult.FAILED) + count(RequestResult.KEY_REFUSED),
                count(RequestResult.REFUSED));
    }

    /** What went wrong, oldest first. */
    public List<SentRequest> failures() {
        return all(request -> request.isFailed());
    }

    /** What a client could not do as usual between the two moments, refusals included, bad keys not. */
    public int missed(RequestKind kind, Instant begin, Instant end) {
        return all(request -> request.kind() == kind && request.isMissed() && request.isIn(begin, end))
                .size();
    }

    /** Requests between the two moments that failed for their key. */
    public int keysRefused(Instant begin, Instant end) {
        return all(request -> request.result() == RequestResult.KEY_REFUSED && request.isIn(begin, end))
                .size();
    }

    /** Of that kind, answered between the two moments, oldest first. */
    public List<SentRequest> all(RequestKind kind, Instant begin, Instant end) {
        return all(request -> request.kind() == kind && request.isIn(begin, end));
    }

    private List<SentRequest> all(Predicate<SentRequest> which) {
        return requests.stream()
                .filter(which)
                .sorted(Comparator.comparing(SentRequest::at))
                .toList();
    }

    /** The first submission with that result at that moment or later. */
    public Optional<Instant> firstSubmission(RequestResult result, Instant from) {
        return all(RequestKind.SUBMISSION, from, Instant.MAX).stream()
                .filter(request -> request.result() == result)
                .map(SentRequest::at)
                .findFirst();
    }

    /** Polite refusals, oldest first. */
    public List<SentRequest> refusals() {
        return all(request -> request.result() == RequestResult.REFUSED);
    }

    /** The longest time between the two moments in which no submission was accepted. */
    public Duration longestGap(Instant begin, Instant end) {
        var longest = Duration.ZERO;
        var last = begin;
        for (var submission : all(RequestKind.SUBMISSION, begin, end)) {
            if (submission.result() == RequestResult.OK) {
                longest = longer(longest, Duration.between(last, submission.at()));
                last = submission.at();
            }
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
