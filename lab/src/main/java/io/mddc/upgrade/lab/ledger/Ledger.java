package io.mddc.upgrade.lab.ledger;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.mddc.upgrade.lab.ledger.Discrepancy.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Two books about the same files, kept by two parties that do not know each other: the client's (what it was promised and
 * told) and the shared services' (what they hold). The ledger puts them side by side:
 *
 * <ol>
 *   <li>{@code accepted = finished + failed + inFlight + lost}, counted from different books;
 *   <li>every id is in both books, once;
 *   <li>the verdict told is the verdict stored, and the one the file's maker knows;
 *   <li>each FAILED is charged to one cause.
 * </ol>
 *
 * <p>What operators sent to check the system is in no client's book; it is left out, and its number told.
 */
public final class Ledger {
    private final List<ClientEntry> client;
    private final List<ServicesEntry> services;
    private final int checks;
    private final Blame blame;
    private final Map<String, ClientEntry> clientById;
    private final Map<String, ServicesEntry> servicesById;

    public Ledger(List<ClientEntry> client, List<ServicesEntry> services, Blame blame) {
        this.client = List.copyOf(client);
        this.services = services.stream()
                .filter(entry -> entry.purpose() == Purpose.WORK)
                .toList();
        this.checks = services.size() - this.services.size();
        this.blame = blame;
        this.clientById = byId(client, ClientEntry::id);
        this.servicesById = byId(this.services, ServicesEntry::id);
    }

    /** While files are still waited for: what has no verdict is in flight, if the shared services hold it. */
    public Balance balance() {
        int inFlight =
                count(clientById.values().stream(), entry -> stored(entry).isPresent() && !hasVerdict(entry));
        return counted(inFlight);
    }

    /** After the waiting: what has no verdict now is lost. */
    public Balance close() {
        return counted(0);
    }

    private Balance counted(int inFlight) {
        var failed = services.stream().filter(Ledger::isFailed).toList();
        var causes = failed.stream().collect(groupingBy(blame::of, counting()));
        int withoutVerdict = count(clientById.values().stream(), entry -> !hasVerdict(entry));
        return new Balance(
                clientById.size(),
                count(services.stream(), entry -> entry.verdict().isPresent() && !isFailed(entry)),
                failed.size(),
                causes.getOrDefault(Cause.UPGRADE, 0L).intValue(),
                causes.getOrDefault(Cause.PACKAGE, 0L).intValue(),
                causes.getOrDefault(Cause.KILL, 0L).intValue(),
                withoutVerdict - inFlight,
                inFlight,
                count(clientById.values().stream(), this::isWrong),
                checks,
                discrepancies());
    }

    private boolean hasVerdict(ClientEntry entry) {
        return stored(entry).flatMap(ServicesEntry::verdict).isPresent();
    }

    private Optional<ServicesEntry> stored(ClientEntry entry) {
        return Optional.ofNullable(servicesById.get(entry.id()));
    }

    private static boolean isFailed(ServicesEntry entry) {
        return entry.verdict().equals(Optional.of(Verdict.FAILED));
    }

    /** Told or stored, each answer is held against the known one; FAILED is no answer. */
    private boolean isWrong(ClientEntry entry) {
        return Stream.of(entry.seen(), stored(entry).flatMap(ServicesEntry::verdict))
                .flatMap(Optional::stream)
                .anyMatch(verdict -> verdict != Verdict.FAILED && verdict != entry.known());
    }

    private List<Discrepancy> discrepancies() {
        var found = new ArrayList<Discrepancy>();
        twice(client, ClientEntry::id).forEach(id -> found.add(new Discrepancy(Kind.TWICE_IN_CLIENT_BOOK, id)));
        twice(services, ServicesEntry::id).forEach(id -> found.add(new Discrepancy(Kind.TWICE_IN_SERVICES_BOOK, id)));
        clientById.values().forEach(entry -> compare(entry).ifPresent(found::add));
        servicesById.keySet().stream()
                .filter(id -> !clientById.containsKey(id))
                .forEach(id -> found.add(new Discrepancy(Kind.UNKNOWN_TO_CLIENT, id)));
        return found;
    }

    private Optional<Discrepancy> compare(ClientEntry entry) {
        var held = stored(entry);
        if (held.isEmpty()) {
            return Optional.of(new Discrepancy(Kind.UNKNOWN_TO_SERVICES, entry.id()));
        }
        var verdict = held.flatMap(ServicesEntry::verdict);
        if (verdict.equals(entry.seen())) {
            return Optional.empty();
        }
        var kind = entry.seen().isEmpty() ? Kind.VERDICT_NOT_DELIVERED : Kind.VERDICTS_DIFFER;
        return Optional.of(new Discrepancy(kind, entry.id()));
    }

    private static <T> Stream<String> twice(List<T> book, Function<T, String> id) {
        return book.stream().collect(groupingBy(id, TreeMap::new, counting())).entrySet().stream()
                .filter(times -> times.getValue() > 1)
                .map(Map.Entry::getKey);
    }

    private static <T> Map<String, T> byId(List<T> book, Function<T, String> id) {
        return book.stream().collect(toMap(id, Function.identity(), (first, second) -> first, TreeMap::new));
    }

    private static <T> int count(Stream<T> entries, Predicate<T> which) {
        return Math.toIntExact(entries.filter(which).count());
    }
}
