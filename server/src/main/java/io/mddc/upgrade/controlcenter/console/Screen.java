package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.controlcenter.rest.Explained;
import java.util.Map;

/**
 * A template and what it shows.
 *
 * @param detail why what was asked for was not done; empty when it was
 */
record Screen(String template, Map<String, Object> values, String detail) implements Explained {
    Screen {
        values = Map.copyOf(values);
    }

    Screen(String template, Map<String, Object> values) {
        this(template, values, "");
    }

    Screen refusing(String why) {
        return new Screen(template, values, why);
    }
}
