package io.mddc.upgrade.lab.load;

import java.nio.charset.StandardCharsets;

/** The harmless test signature every anti-virus engine reports; put together here so that this source is not reported. */
final class Eicar {
    private static final String HEAD = "X5O!P%@AP[4\\PZX54(P^)7CC)7}";
    private static final String MIDDLE = "$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!";
    private static final String TAIL = "$H+H*";

    private Eicar() {}

    static byte[] bytes() {
        return (HEAD + MIDDLE + TAIL).getBytes(StandardCharsets.US_ASCII);
    }
}
