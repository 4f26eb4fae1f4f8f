package io.mddc.upgrade.controlcenter.console;

import java.util.Optional;

/** Who may sign in; whoever wires the control center says by which credentials. */
@FunctionalInterface
public interface Tokens {
    /** The name of the person whose token this is; empty when it is nobody's who may look at pages. */
    Optional<String> holder(String secret);
}
