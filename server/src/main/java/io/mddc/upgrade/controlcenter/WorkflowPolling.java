package io.mddc.upgrade.controlcenter;

import io.dropwizard.lifecycle.Managed;
import io.grpc.StatusRuntimeException;
import io.mddc.upgrade.contract.TaskQueues;
import io.mddc.upgrade.controlcenter.engine.Engine;
import io.mddc.upgrade.workflow.UpgradeWorkflows;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the workflows and the control center's own activities. It waits for an engine that is not there yet: a first poll
 * that fails would otherwise end the process.
 */
final class WorkflowPolling implements Managed {
    private static final Logger log = LoggerFactory.getLogger(WorkflowPolling.class);
    private static final Duration TRY_EVERY = Duration.ofMillis(500);
    private static final Duration LET_TASKS_END = Duration.ofSeconds(3);

    private final Engine engine;
    private final List<Object> activities;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread starter = new Thread(this::startWhenTheEngineAnswers, "workflow-polling");
    private volatile Optional<WorkerFactory> running = Optional.empty();

    WorkflowPolling(Engine engine, List<Object> activities) {
        this.engine = engine;
        this.activities = List.copyOf(activities);
    }

    boolean isPolling() {
        return running.filter(WorkerFactory::isStarted).isPresent();
    }

    @Override
    public void start() {
        starter.setDaemon(true);
        starter.start();
    }

    @Override
    public void stop() throws InterruptedException {
        stopped.countDown();
        starter.interrupt();
        starter.join();
        running.ifPresent(factory -> {
            factory.shutdown();
            factory.awaitTermination(LET_TASKS_END.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    private void startWhenTheEngineAnswers() {
        try {
            while (!tryToStart()) {
                if (stopped.await(TRY_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            log.info("Workflows are run: polling {}", TaskQueues.CONTROL_CENTER);
        } catch (InterruptedException toldToStop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not before the engine is ready: a factory that starts on a silent one blocks for long. */
    private boolean tryToStart() {
        if (!engine.status().ready()) {
            return false;
        }
        var factory = WorkerFactory.newInstance(engine.client());
        try {
            register(factory);
            factory.start();
            running = Optional.of(factory);
            return true;
        } catch (StatusRuntimeException notYet) {
            log.warn("The engine does not answer yet: {}", notYet.getStatus().getCode());
            abandon(factory);
            return false;
        }
    }

    /** A factory wants to tell the engine that it goes, which is not there to hear it. */
    private static void abandon(WorkerFactory factory) {
        try {
            factory.shutdownNow();
        } catch (StatusRuntimeException unheard) {
            log.debug("The engine does not hear that a poller goes", unheard);
        }
    }

    /** Nothing sticks to a process that may die: its successor gets each workflow task at once. */
    private void register(WorkerFactory factory) {
        var options = WorkerOptions.newBuilder()
                .setStickyQueueScheduleToStartTimeout(Duration.ZERO)
                .build();
        var worker = factory.newWorker(TaskQueues.CONTROL_CENTER, options);
        worker.registerWorkflowImplementationTypes(UpgradeWorkflows.implementations());
        worker.registerActivitiesImplementations(activities.toArray());
    }
}
