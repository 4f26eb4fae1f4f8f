package io.mddc.upgrade.cluster;

/** How much of file processing an upgrade of a component touches, in the vendor's three levels. */
public enum ImpactLevel {
    NONE(0, "The upgrade does not impact file processing."),
    PARTIAL(
            1,
            "Files already inside are not affected; submitting files, fetching results, downloading processed files,"
                    + " monitoring or management may be."),
    SYSTEM_DOWN(2, "The upgrade needs the entire system to go down.");

    private final int level;
    private final String sentence;

    ImpactLevel(int level, String sentence) {
        this.level = level;
        this.sentence = sentence;
    }

    public int level() {
        return level;
    }

    public String sentence() {
        return sentence;
    }
}
