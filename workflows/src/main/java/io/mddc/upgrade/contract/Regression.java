package io.mddc.upgrade.contract;

/** What got worse while the instance was watched. */
public record Regression(String sentence) {}
