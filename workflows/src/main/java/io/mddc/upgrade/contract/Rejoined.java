package io.mddc.upgrade.contract;

/**
 * The isolation has ended.
 *
 * @param eligible it was seen as taking work within the limit
 * @param sentence what was seen
 */
public record Rejoined(boolean eligible, String sentence) {}
