package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.ledger.Balance;
import java.nio.file.Path;
import java.util.List;

/**
 * The report, and what it is judged by beside its own numbers.
 *
 * @param balance it was made from
 * @param fewest so many instances had to take work at every moment
 * @param databases what is not as it should be in the hosts' package databases
 */
record Seen(DemoReport report, Balance balance, int fewest, List<String> databases) {
    Seen {
        databases = List.copyOf(databases);
    }

    void write(Path file) {
        Folders.writeJson(file, report);
    }
}
