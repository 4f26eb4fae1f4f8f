package io.mddc.upgrade.controlcenter.console;

import java.util.Optional;

/**
 * What surrounds every page.
 *
 * @param place where in the navigation it is; empty on the sign-in, which has none
 * @param fresh how it stays up to date
 * @param name of who is signed in; empty on the sign-in
 * @param csrf for its forms
 */
public record Frame(String title, Optional<Place> place, Fresh fresh, String name, String csrf) {
    /** A page of something that goes on. */
    public enum Fresh {
        AS_IT_IS,
        RELOADS,
        /** Its script listens; without scripts it reloads. */
        LISTENS
    }

    static Frame of(Place place, String title, Session session) {
        return new Frame(title, Optional.of(place), Fresh.AS_IT_IS, session.name(), session.csrf());
    }

    static Frame signIn() {
        return new Frame("Sign in", Optional.empty(), Fresh.AS_IT_IS, "", "");
    }

    Frame that(Fresh stays) {
        return new Frame(title, place, stays, name, csrf);
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

    /** As {@code aria-current} has it: the very page, or one below it. */
    public String current(Place other) {
        if (!place.equals(Optional.of(other))) {
            return "false";
        }
        return title.equals(other.title()) ? "page" : "true";
    }
}
