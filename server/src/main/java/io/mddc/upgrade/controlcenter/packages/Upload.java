package io.mddc.upgrade.controlcenter.packages;

import io.mddc.upgrade.cluster.Sha256;
import java.util.Optional;

/**
 * What the sender says of the bytes that follow.
 *
 * @param expected their digest, when the sender knows it
 * @param announced how many; negative when it does not say
 */
record Upload(String fileName, Optional<Sha256> expected, long announced, String by) {}
