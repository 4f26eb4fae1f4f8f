package io.mddc.upgrade.plan;

import java.time.Duration;

/**
 * How long nine of ten units take at most for a step, until this cluster has units enough to know better.
 *
 * @param upload the package on the host, and the installer's trial of it; what is usual in a policy that was written before this key
 * @param drain until nothing is in progress
 * @param install the installer's own run
 * @param verify from the end of the install to having rejoined
 * @param wayBack from the failure to the former version taking work
 * @param maintenance from the closing of the gateways to their opening, without the units
 */
public record ExpectedTimes(
        Duration upload, Duration drain, Duration install, Duration verify, Duration wayBack, Duration maintenance) {
    private static final Duration USUAL_UPLOAD = Duration.ofMinutes(2);

    /** What holds where the policy says nothing. */
    public static final ExpectedTimes USUAL = new ExpectedTimes(
            USUAL_UPLOAD,
            Duration.ofMinutes(5),
            Duration.ofMinutes(3),
            Duration.ofMinutes(1),
            Duration.ofMinutes(9),
            Duration.ofMinutes(20));

    public ExpectedTimes {
        upload = upload == null ? USUAL_UPLOAD : upload;
        Allowed.length("expected.upload", upload);
        Allowed.length("expected.drain", drain);
        Allowed.length("expected.install", install);
        Allowed.length("expected.verify", verify);
        Allowed.length("expected.wayBack", wayBack);
        Allowed.length("expected.maintenance", maintenance);
    }
}
