package io.mddc.upgrade.worker;

/** A component did something else than it should, and would again. */
final class WrongAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongAnswer(String message) {
        super(message);
    }
}
