package io.mddc.upgrade.lab.service.gateway;

import io.mddc.upgrade.lab.service.admin.OperatorKey;
import io.mddc.upgrade.lab.service.http.Answer;
import io.mddc.upgrade.lab.service.http.Call;
import io.mddc.upgrade.lab.service.http.HttpApi;
import io.mddc.upgrade.lab.service.shared.Sender;
import java.io.IOException;

/** What operators do with a gateway in maintenance: close it, open it, and send a file of their own through the system. */
record Maintenance(FrontDoor door, FileDesk desk) {
    /** {@code /admin/maintenance}, for those who have the key. */
    void addRoutes(HttpApi api, OperatorKey key) {
        api.on("GET", "/admin/maintenance", key.guards(call -> Answer.json(door.state())))
                .on("PUT", "/admin/maintenance", key.guards(this::close))
                .on("DELETE", "/admin/maintenance", key.guards(this::open))
                .on("POST", "/admin/maintenance/file", key.guards(call -> desk.accept(call, Sender.OPERATOR)))
                .on("GET", "/admin/maintenance/file/{id}", key.guards(call -> desk.result(call, Sender.OPERATOR)))
                .on(
                        "GET",
                        "/admin/maintenance/file/{id}/download",
                        key.guards(call -> desk.download(call, Sender.OPERATOR)));
    }

    private Answer close(Call call) throws IOException {
        door.close(call.body(Closure.Wanted.class));
        return Answer.json(door.state());
    }

    private Answer open(Call call) throws IOException {
        door.open(call.requiredQuery("owner"));
        return Answer.json(door.state());
    }
}
