package io.mddc.upgrade.worker.component;

/**
 * The anti-virus engines of an instance.
 *
 * @param oldestDefinitions the oldest definition version among the active ones, as the component writes it; empty when it
 *     names none
 */
public record Engines(int active, String oldestDefinitions) {
    public static final Engines NONE = new Engines(0, "");
}
