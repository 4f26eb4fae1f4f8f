package io.mddc.upgrade.controlcenter.console;

/**
 * What surrounds every page.
 *
 * @param reload it reloads itself every two seconds
 * @param name of who is signed in; empty on the sign-in
 * @param csrf for its forms
 */
public record Frame(String title, boolean reload, String name, String csrf) {
    static Frame of(String title, Session session) {
        return new Frame(title, false, session.name(), session.csrf());
    }

    static Frame signIn() {
        return new Frame("Sign in", false, "", "");
    }

    Frame reloading() {
        return new Frame(title, true, name, csrf);
    }

    public boolean isSignedIn() {
        return !name.isEmpty();
    }
}
