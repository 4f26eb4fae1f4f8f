package io.mddc.upgrade.controlcenter.console;

/** What the navigation leads to. */
public enum Place {
    UPGRADES("/upgrades", "Upgrades"),
    SETTINGS("/settings", "Settings");

    private final String path;
    private final String title;

    Place(String path, String title) {
        this.path = path;
        this.title = title;
    }

    public String path() {
        return path;
    }

    public String title() {
        return title;
    }
}
