package io.mddc.upgrade.lab.load;

import static com.google.common.base.Preconditions.checkArgument;

import java.net.URI;

/** Where the console is, and the token its sign-in takes. */
public record ConsoleAccess(URI url, String token) {
    public ConsoleAccess {
        checkArgument(!token.isBlank(), "the console's token is blank");
    }

    @Override
    public String toString() {
        return "ConsoleAccess[" + url + "]";
    }
}
