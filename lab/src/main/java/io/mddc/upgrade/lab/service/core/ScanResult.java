package io.mddc.upgrade.lab.service.core;

/** The verdict on one file's bytes. */
record ScanResult(String sha256, Finding finding, boolean archive) {

    /** In the vendor's words. */
    enum Finding {
        NO_THREAT("Allowed", "No Threat Detected"),
        INFECTED("Blocked", "Infected"),
        TOO_BIG("Blocked", "Exceeded Archive Size");

        private final String result;
        private final String text;

        Finding(String result, String text) {
            this.result = result;
            this.text = text;
        }

        String result() {
            return result;
        }

        String text() {
            return text;
        }
    }

    /** The name of the workflow that such a file goes through. */
    String workflow() {
        return archive ? "archive-deep" : "single-file";
    }
}
