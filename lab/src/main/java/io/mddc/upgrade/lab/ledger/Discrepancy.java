package io.mddc.upgrade.lab.ledger;

/** A place where the two books do not agree. */
public record Discrepancy(Kind kind, String id) {
    /** How books can differ. */
    public enum Kind {
        TWICE_IN_CLIENT_BOOK("the client was given this id for two files"),
        TWICE_IN_SERVICES_BOOK("the shared services hold this id twice"),
        UNKNOWN_TO_SERVICES("accepted, but the shared services have never heard of it"),
        UNKNOWN_TO_CLIENT("held by the shared services, but its sender was never told that it was accepted"),
        VERDICT_NOT_DELIVERED("has a verdict that its sender never got"),
        VERDICTS_DIFFER("its sender was told another verdict than the one stored");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    public String sentence() {
        return "file " + id + ": " + kind.sentence;
    }
}
