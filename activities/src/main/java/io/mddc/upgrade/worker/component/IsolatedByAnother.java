package io.mddc.upgrade.worker.component;

/** Somebody else took the instance out of work; theirs is not touched. */
public final class IsolatedByAnother extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String owner;

    public IsolatedByAnother(String owner) {
        super("it is isolated by '" + owner + "', whose isolation is not ours to change: ask them to end it");
        this.owner = owner;
    }

    public String owner() {
        return owner;
    }
}
