package io.mddc.upgrade.controlcenter.console;

import java.util.Map;

/** A template and what it shows. */
record Screen(String template, Map<String, Object> values) {
    Screen {
        values = Map.copyOf(values);
    }
}
