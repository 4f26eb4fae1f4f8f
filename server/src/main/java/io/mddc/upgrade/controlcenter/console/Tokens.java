package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.controlcenter.access.Caller;
import java.util.Optional;

/** Who may sign in; whoever wires the control center says by which credentials. */
@FunctionalInterface
public interface Tokens {
    /**
     * The person whose token this is, with the role it has now; empty when it is nobody's who may look at pages, or void.
     *
     * @param hash of the token; a session keeps no more of it
     */
    Optional<Caller> holder(String hash);
}
