package io.mddc.upgrade.controlcenter;

import io.mddc.upgrade.controlcenter.engine.Engine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Where a workflow is looked at in the Temporal Web UI; empty when the engine has none. */
record WorkflowLinks(Engine engine, String namespace) implements Function<String, String> {
    @Override
    public String apply(String workflowId) {
        var webUi = engine.status().webUi();
        return webUi.isEmpty()
                ? ""
                : webUi + "/namespaces/" + namespace + "/workflows/"
                        + URLEncoder.encode(workflowId, StandardCharsets.UTF_8);
    }
}
