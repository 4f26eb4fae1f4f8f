package io.mddc.upgrade.controlcenter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What must work before the control center can do its work, part by part. */
final class Readiness {
    private final Map<String, Supplier<Part>> parts = new LinkedHashMap<>();

    Readiness with(String name, Supplier<Part> part) {
        parts.put(name, part);
        return this;
    }

    Answer ask() {
        var checks = new LinkedHashMap<String, Map<String, Object>>();
        boolean ready = true;
        for (var entry : parts.entrySet()) {
            var part = entry.getValue().get();
            ready &= part.ready();
            checks.put(entry.getKey(), part.members());
        }
        return new Answer(ready, checks);
    }

    /** One part's state and what a person may want to know of it. */
    record Part(boolean ready, Map<String, Object> details) {
        private Map<String, Object> members() {
            var members = new LinkedHashMap<String, Object>();
            members.put("ready", ready);
            members.putAll(details);
            return members;
        }
    }

    /** All parts. */
    record Answer(boolean ready, Map<String, Map<String, Object>> checks) {}
}
