package io.mddc.upgrade.controlcenter;

import io.mddc.upgrade.controlcenter.Readiness.Part;
import io.mddc.upgrade.controlcenter.engine.Engine;
import io.mddc.upgrade.controlcenter.engine.EngineStatus;
import io.mddc.upgrade.controlcenter.hold.Reconciler;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The parts without which the control center cannot do its work, and how each is asked whether it works. */
final class Vitals {
    private final Jdbi jdbi;
    private final Engine engine;
    private final WorkflowPolling polling;
    private final Reconciler reconciler;

    Vitals(Jdbi jdbi, Engine engine, WorkflowPolling polling, Reconciler reconciler) {
        this.jdbi = jdbi;
        this.engine = engine;
        this.polling = polling;
        this.reconciler = reconciler;
    }

    Readiness readiness() {
        return new Readiness()
                .with("database", () -> new Part(isDatabaseAnswering(), Map.of()))
                .with("engine", () -> part(engine.status()))
                .with("workflows", () -> new Part(polling.isPolling(), Map.of()))
                .with(
                        "hold",
                        () -> new Part(
                                reconciler.latest().reconciled(),
                                Map.of("sentence", reconciler.latest().sentence())));
    }

    private static Part part(EngineStatus engine) {
        return new Part(
                engine.ready(),
                Map.of(
                        "mode", engine.mode(),
                        "address", engine.address(),
                        "webUi", engine.webUi(),
                        "sentence", engine.sentence()));
    }

    private boolean isDatabaseAnswering() {
        try {
            return jdbi.withHandle(
                            handle -> handle.select("SELECT 1").mapTo(int.class).one())
                    == 1;
        } catch (JdbiException silent) {
            return false;
        }
    }
}
