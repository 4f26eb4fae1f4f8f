package io.mddc.upgrade.worker.artifact;

/** The control center does not give the package now; what has arrived is kept. */
public final class SourceSilent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SourceSilent(String message) {
        super(message);
    }

    public SourceSilent(String message, Throwable cause) {
        super(message, cause);
    }
}
