package io.mddc.upgrade.run;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;

/**
 * One file an instance has not finished.
 *
 * @param id the id its sender knows it by
 * @param age since the instance took it
 * @param workflow the processing workflow it runs under, such as {@code archive-deep}
 */
public record FileInWork(String id, Duration age, String workflow) {
    public FileInWork {
        checkArgument(!age.isNegative(), "age of file %s is negative: %s", id, age);
    }
}
