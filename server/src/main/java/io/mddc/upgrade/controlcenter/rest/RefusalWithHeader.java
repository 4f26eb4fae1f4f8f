package io.mddc.upgrade.controlcenter.rest;

import java.util.Map;

/** A refusal whose answer has headers of its own, such as {@code WWW-Authenticate}. */
public interface RefusalWithHeader {
    Map<String, Object> headers();
}
