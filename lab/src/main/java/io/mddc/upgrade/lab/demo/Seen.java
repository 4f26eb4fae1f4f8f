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
 * @param others what else is not as it should be, in sentences
 */
record Seen(DemoReport report, Balance balance, Map<Component, Integer> fewest, List<String> others) {
    Seen {
        fewest = Map.copyOf(fewest);
        others = List.copyOf(others);
    }

    void write(Path file) {
        Folders.writeJson(file, report);
    }
}
