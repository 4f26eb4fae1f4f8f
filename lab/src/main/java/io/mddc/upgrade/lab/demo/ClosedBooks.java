package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.ledger.Balance;
import io.mddc.upgrade.lab.ledger.Blame;
import io.mddc.upgrade.lab.ledger.Ledger;
import io.mddc.upgrade.lab.ledger.ServicesEntry;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Both books after the last verdict.
 *
 * @param files the shared services' entries by id
 */
record ClosedBooks(Balance balance, Map<String, ServicesEntry> files) {
    static ClosedBooks of(Stage stage, Blame blame) {
        var services = stage.cluster().shared().results().values().stream()
                .map(SharedBooks::entry)
                .toList();
        var balance = new Ledger(stage.load().files().entries(), services, blame).close();
        return new ClosedBooks(
                balance, services.stream().collect(Collectors.toMap(ServicesEntry::id, Function.identity())));
    }
}
