package io.mddc.upgrade.controlcenter.console;

/**
 * What surrounds every page.
 *
 * @param fresh how it stays up to date
 * @param name of who is signed in; empty on the sign-in
 * @param csrf for its forms
 */
public record Frame(String title, Fresh fresh, String name, String csrf) {
    /** A page of something that goes on. */
    public enum Fresh {
        AS_IT_IS,
        RELOADS,
        /** Its script listens; without scripts it reloads. */
        LISTENS
    }

    static Frame of(String title, Session session) {
        return new Frame(title, Fresh.AS_IT_IS, session.name(), session.csrf());
    }

    static Frame signIn() {
        return new Frame("Sign in", Fresh.AS_IT_IS, "", "");
    }

    Frame that(Fresh stays) {
        return new Frame(title, stays, name, csrf);
    }

    public boolean isReloading() {
        return fresh == Fresh.RELOADS;
    }

    public boolean isListening() {
        return fresh == Fresh.LISTENS;
    }

    public boolean isSignedIn() {
        return !name.isEmpty();
    }
}
