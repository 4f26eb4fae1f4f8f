package io.mddc.upgrade.lab.load;

import io.mddc.upgrade.lab.ledger.Verdict;

/**
 * A file made by the client, which therefore knows the answer.
 *
 * @param content never changed after it was made
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; made once, sent once
record SampleFile(String name, byte[] content, Verdict known) {}
