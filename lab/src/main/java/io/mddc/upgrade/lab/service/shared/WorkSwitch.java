package io.mddc.upgrade.lab.service.shared;

import java.time.Instant;
import java.util.List;

/** A Core began or ceased to take work (isolated, rejoined, started, died); with the files it had in work at that instant. */
public record WorkSwitch(String core, boolean takingWork, Instant at, List<String> inWork) {}
