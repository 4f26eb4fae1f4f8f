package io.mddc.upgrade.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Whether the installed instance may take work again. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Verification.Fit.class, name = "FIT"),
    @JsonSubTypes.Type(value = Verification.Unfit.class, name = "UNFIT")
})
public sealed interface Verification {
    /** A new process of the target version, ready, engines no fewer, and it gave the known answers. */
    record Fit(String running, Baseline now) implements Verification {}

    /** What is wrong, with what was seen and what was expected. */
    record Unfit(String sentence) implements Verification {}
}
