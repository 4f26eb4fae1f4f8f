package io.mddc.upgrade.lab.service.core;

import java.nio.charset.StandardCharsets;

/** Finds the EICAR test signature in a stream of bytes, wherever it lies and however the bytes are cut (Knuth-Morris-Pratt). */
final class Signature {
    /** In two halves, so that this class is not itself taken for the test file. */
    private static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    private static final int[] FALL_BACK = fallBack();

    private int matched;
    private boolean found;

    void see(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length && !found; i++) {
            while (matched > 0 && EICAR[matched] != bytes[i]) {
                matched = FALL_BACK[matched - 1];
            }
            if (EICAR[matched] == bytes[i]) {
                matched++;
            }
            found = matched == EICAR.length;
        }
    }

    boolean isFound() {
        return found;
    }

    private static int[] fallBack() {
        var table = new int[EICAR.length];
        for (int i = 1, length = 0; i < EICAR.length; i++) {
            while (length > 0 && EICAR[i] != EICAR[length]) {
                length = table[length - 1];
            }
            if (EICAR[i] == EICAR[length]) {
                length++;
            }
            table[i] = length;
        }
        return table;
    }
}
