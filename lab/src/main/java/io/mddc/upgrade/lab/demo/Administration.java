package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mddc.upgrade.cluster.SettingName;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What an administrator does beside upgrades. A control center that does not answer is an {@link UncheckedIOException}. */
final class Administration {
    private static final int OK = 200;
    private static final String STOP = "/api/v1/emergency-stop";

    private final ControlCenterClient client;

    Administration(ControlCenterClient client) {
        this.client = client;
    }

    /** A token that reads. */
    String viewer(String name) {
        var body = JsonNodeFactory.instance.objectNode().put("name", name).put("role", "VIEWER");
        return client.ask("POST", "/api/v1/tokens", body).body().path("token").asText();
    }

    /** The document alone. */
    JsonNode setting(SettingName name) {
        return client.ask("GET", path(name), JsonNodeFactory.instance.nullNode())
                .body()
                .path("value");
    }

    /** The upgrade that freezes the settings. */
    Optional<String> holder() {
        var answer = client.ask("GET", path(SettingName.WORKFLOW), JsonNodeFactory.instance.nullNode());
        return ControlCenterClient.text(answer.body().path("frozenBy"));
    }

    /** The status. */
    int put(SettingName name, JsonNode document) {
        return client.ask("PUT", path(name), document).status();
    }

    void setMinimumActiveCores(int number) {
        set(
                SettingName.HEALTH_CHECK,
                setting(SettingName.HEALTH_CHECK).<ObjectNode>deepCopy().put("minimumActiveCores", number));
    }

    void setDefinitions(String version) {
        set(
                SettingName.MODULE_UPDATE,
                setting(SettingName.MODULE_UPDATE).<ObjectNode>deepCopy().put("definitions", version));
    }

    private void set(SettingName name, JsonNode document) {
        int status = put(name, document);
        if (status != OK) {
            throw new RefusedByControlCenter("PUT " + path(name), status, document.toString());
        }
    }

    /** Returns when it is accepted. */
    void stop(String reason) {
        require("PUT", reason);
    }

    void release(String reason) {
        require("DELETE", reason);
    }

    private void require(String method, String reason) {
        var answer =
                client.ask(method, STOP, JsonNodeFactory.instance.objectNode().put("reason", reason));
        if (answer.status() / 100 != 2) {
            throw new RefusedByControlCenter(
                    method + " " + STOP, answer.status(), answer.body().toString());
        }
    }

    private static String path(SettingName name) {
        return "/api/v1/settings/" + name.word();
    }
}
