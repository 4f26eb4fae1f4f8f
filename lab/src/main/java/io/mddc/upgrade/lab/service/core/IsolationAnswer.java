package io.mddc.upgrade.lab.service.core;

import java.util.Map;

/** The wording of an isolation that is in force. */
final class IsolationAnswer {
    private IsolationAnswer() {}

    static Map<String, Object> of(Isolation isolation) {
        return Map.of(
                "isolated", true,
                "owner", isolation.owner(),
                "reason", isolation.reason(),
                "since", isolation.since(),
                "expires", isolation.expires());
    }
}
