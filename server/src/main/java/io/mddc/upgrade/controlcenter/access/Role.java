package io.mddc.upgrade.controlcenter.access;

/** What a credential allows. The three of people include each other in this order; a worker's stands apart. */
public enum Role {
    VIEWER,
    OPERATOR,
    ADMIN,
    WORKER;

    /** Whether one with this role may do what the other role may. */
    public boolean includes(Role other) {
        return this == other || (this != WORKER && other != WORKER && compareTo(other) > 0);
    }
}
