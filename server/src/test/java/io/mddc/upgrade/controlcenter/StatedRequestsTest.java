package io.mddc.upgrade.controlcenter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.controlcenter.Api.Answer;
import io.mddc.upgrade.controlcenter.access.Role;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatedRequestsTest extends WithTwoCores {
    private static final String INSTANCES = "/api/v1/instances";
    private static final String IDENTITY = INSTANCES + "/identity-1";
    private static final String STATED = """
            "component":"IDENTITY_SERVICE","host":"host-x","platform":"RPM/x86_64","address":"http://10.0.0.7:8009",\
            "installed":"2.5.0-1"}""";

    @AfterEach
    void forget() {
        center.api().delete(IDENTITY);
    }

    @Test
    void anAdministratorStatesAnInstanceOnAHostWithoutAWorker() {
        var added = center.api().post(INSTANCES, "{\"id\":\"identity-1\"," + STATED);
        var again = center.api().post(INSTANCES, "{\"id\":\"identity-1\"," + STATED);
        var anew = put(center.api(), IDENTITY, "{" + STATED.replace("2.5.0-1", "2.5.1-1"));
        var shown = center.as(Role.VIEWER).get(IDENTITY);
        var forgotten = center.api().delete(IDENTITY);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).endsWith(IDENTITY);
        assertThat(again.problem()).isEqualTo("409 /problems/instance-stated");
        assertThat(anew.text("installed")).isEqualTo("2.5.1-1");
        assertThat(shown.text("statedBy")).isEqualTo("administrator");
        assertThat(shown.text("statedPlatform")).isEqualTo("RPM/x86_64");
        assertThat(shown.text("health")).isEqualTo("UNREACHABLE");
        assertThat(forgotten.status()).isEqualTo(204);
        assertThat(center.api().get(IDENTITY).problem()).isEqualTo("404 /problems/unknown-instance");
    }

    @Test
    void whatCannotBeStatedIsRefusedWithTheReason() {
        assertThat(put(center.as(Role.OPERATOR), IDENTITY, "{" + STATED).status())
                .isEqualTo(403);
        assertThat(refusal(STATED.replace("IDENTITY_SERVICE", "CORE")))
                .contains("component is CORE: the worker of its host takes it out of work, so its host needs one");
        assertThat(refusal(STATED.replace("http://10", "http://anna:secret@10")))
                .contains("address is 'http://anna:secret@10.0.0.7:8009': allowed is http or https with a host");
        assertThat(refusal(STATED.replace("\"host\":\"host-x\",", ""))).contains("host is missing");
        assertThat(put(center.api(), IDENTITY, "{" + STATED.replace("host-x", "host-a"))
                        .problem())
                .isEqualTo("409 /problems/host-has-worker");
        assertThat(put(center.api(), INSTANCES + "/core-1", "{" + STATED).problem())
                .isEqualTo("409 /problems/host-has-worker");
        assertThat(center.api().delete(INSTANCES + "/core-1").problem()).isEqualTo("409 /problems/host-has-worker");
        assertThat(put(center.api(), IDENTITY, "{\"id\":\"identity-2\"," + STATED)
                        .text("detail"))
                .isEqualTo("id is identity-2, but the path names identity-1.");
    }

    private static String refusal(String stated) {
        var answer = put(center.api(), IDENTITY, "{" + stated);
        assertThat(answer.problem()).isEqualTo("422 /problems/invalid-request");
        return answer.text("detail");
    }

    private static Answer put(Api api, String path, String body) {
        return api.send("PUT", path, BodyPublishers.ofString(body, UTF_8), "Content-Type", "application/json");
    }
}
