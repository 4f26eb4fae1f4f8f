package io.mddc.upgrade.controlcenter.engine;

/**
 * Which engine the control center has, and whether it works.
 *
 * @param ready it answers, has our namespace and knows our search attributes
 * @param address gRPC
 * @param webUi its Temporal Web UI; empty when there is none
 * @param sentence what it does or what it lacks, and what a person can do about it
 */
public record EngineStatus(boolean ready, EngineMode mode, String address, String webUi, String sentence) {}
