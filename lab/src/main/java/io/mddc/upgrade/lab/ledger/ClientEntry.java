package io.mddc.upgrade.lab.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;

/**
 * A file as its sender knows it: it was accepted under this id.
 *
 * @param known the answer the sender expects, because it made the file
 * @param seen the final verdict it was given; empty when none was
 */
public record ClientEntry(String id, Verdict known, Optional<Verdict> seen) {
    public ClientEntry {
        checkArgument(!id.isBlank(), "an accepted file without an id");
        checkArgument(known != Verdict.FAILED, "FAILED is nobody's known answer, of file %s", id);
    }
}
