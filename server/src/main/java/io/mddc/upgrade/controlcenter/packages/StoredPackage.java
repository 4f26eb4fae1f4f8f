package io.mddc.upgrade.controlcenter.packages;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.mddc.upgrade.cluster.PackageFile;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/** A package in the store and who put it there. */
public record StoredPackage(@Nested @JsonUnwrapped PackageFile file, String uploadedBy, Instant uploadedAt) {
    @JsonProperty
    public String fileName() {
        return file.fileName();
    }
}
