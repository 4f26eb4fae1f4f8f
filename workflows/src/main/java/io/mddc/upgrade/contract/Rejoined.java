package io.mddc.upgrade.contract;

/**
 * None of our isolations stands on the instance any more, or it was silent to the end: then it is not eligible, nobody else is
 * named, and the sentence says that our isolation could not be ended.
 *
 * @param eligible it was seen as taking work within the limit
 * @param isolatedBy the owner of somebody else's isolation, which was left alone; empty when there is none
 * @param sentence what was seen
 */
public record Rejoined(boolean eligible, String isolatedBy, String sentence) {}
