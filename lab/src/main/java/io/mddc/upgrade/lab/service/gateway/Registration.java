package io.mddc.upgrade.lab.service.gateway;

import io.mddc.upgrade.lab.service.admin.Administered;
import io.mddc.upgrade.lab.service.admin.Isolation;
import io.mddc.upgrade.lab.service.admin.IsolationFile;
import io.mddc.upgrade.lab.service.admin.PartWork;
import io.mddc.upgrade.lab.service.admin.WorkDesk;
import io.mddc.upgrade.lab.service.http.HttpApi;
import io.mddc.upgrade.lab.service.http.ProcessClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Whether balancers shall send requests to this gateway, and the requests of clients that it has not answered yet. */
final class Registration implements Administered {
    private static final String OF_CLIENTS = "/file";

    private final Instant startedAt =
            ProcessClock.startOf(ProcessHandle.current().pid()).orElseGet(Instant::now);
    private final WorkDesk desk = new WorkDesk();
    private final IsolationFile isolation;
    private final BooleanSupplier ready;

    Registration(Path dataFolder, BooleanSupplier ready) {
        this.isolation = new IsolationFile(dataFolder.resolve("isolation.json"));
        this.ready = ready;
    }

    /** What balancers and operators ask is no request of a client. */
    HttpApi.Watch requests() {
        return (method, path) -> path.startsWith(OF_CLIENTS)
                ? new Request(method + " " + path)
                : HttpApi.Watch.NOBODY.begins(method, path);
    }

    @Override
    public Optional<Isolation> isolation() {
        return isolation.current();
    }

    @Override
    public void isolate(Isolation wanted) throws IOException {
        isolation.isolate(wanted);
    }

    @Override
    public void release(String owner) throws IOException {
        isolation.release(owner);
    }

    @Override
    public PartWork work() {
        return desk.work(startedAt, isolation.current().isEmpty() && ready.getAsBoolean());
    }

    /** Broken off unless it was answered. */
    private final class Request implements HttpApi.Watch.Open {
        private final String id = UUID.randomUUID().toString();
        private boolean answered;

        Request(String what) {
            desk.begin(id, what);
        }

        @Override
        public void answered() {
            answered = true;
            desk.finished(id);
        }

        @Override
        public void close() {
            if (!answered) {
                desk.failed(id);
            }
        }
    }
}
