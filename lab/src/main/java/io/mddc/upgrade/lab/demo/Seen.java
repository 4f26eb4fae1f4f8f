package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.lab.ledger.Balance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The report, and what it is judged by beside its own numbers.
 *
 * @param balance it was made from
 * @param fewest so many instances of a component had to take work at every moment
 * @param databases what is not as it should be in the hosts' package databases
 */
record Seen(DemoReport report, Balance balance, Map<Component, Integer> fewest, List<String> databases) {
    Seen {
        fewest = Map.copyOf(fewest);
        databases = List.copyOf(databases);
    }

    void write(Path file) {
        Folders.writeJson(file, report);
    }
}
