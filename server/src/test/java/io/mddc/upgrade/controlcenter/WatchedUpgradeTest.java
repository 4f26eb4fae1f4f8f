package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.contract.TaskQueues;
import io.mddc.upgrade.controlcenter.SseClient.Event;
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is seen of a real upgrade from outside while it runs. */
class WatchedUpgradeTest extends WithTwoCores {
    @Test
    void isStreamedAsTheRunLogHasItUntilItHasEnded() {
        var id = start(key(), TO_17).text("id");
        try (var stream = stream(id)) {
            var streamed = CompletableFuture.supplyAsync(stream::rest);
            await().atMost(SOON)
                    .until(() ->
                            center.api().get(UPGRADES + "/" + id).text("state").equals("RUNNING"));
            abort(id, key());

            var events = streamed.join();

            assertThat(events.get(events.size() - 1).name()).isEqualTo("ended");
            var lines = events.stream().filter(event -> !event.id().isEmpty()).toList();
            assertThat(lines)
                    .extracting(Event::id)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, lines.size())
                            .mapToObj(Integer::toString)
                            .toList());
            var listed = center.api()
                    .get(UPGRADES + "/" + id + "/events?limit=1000")
                    .json()
                    .path("items");
            assertThat(lines)
                    .extracting(Event::data)
                    .hasSameElementsAs(() -> Stream.of(listed)
                            .flatMap(items -> IntStream.range(0, items.size()).mapToObj(items::get))
                            .map(Object::toString)
                            .iterator());
        }
    }

    @Test
    void isListedAsJsonUnlessAStreamIsAskedFor() {
        var id = start(key(), TO_17).text("id");
        var events = UPGRADES + "/" + id + "/events";

        for (var accept : List.of("*/*", "application/json", "text/event-stream;q=0.1, application/json")) {
            assertThat(center.api().get(events, "Accept", accept).header("Content-Type"))
                    .isEqualTo("application/json");
        }
        assertThat(center.api().get(events).header("Content-Type")).isEqualTo("application/json");
        assertThat(center.api()
                        .send("HEAD", events, BodyPublishers.noBody(), "Accept", "text/event-stream")
                        .status())
                .isEqualTo(200);
        assertThat(center.api()
                        .get(UPGRADES + "/2026-01-01-9/events", "Accept", "text/event-stream")
                        .problem())
                .isEqualTo("404 /problems/unknown-upgrade");
    }

    @Test
    void showsWhatAHostSaysWhileItWorks() {
        var release = new CountDownLatch(1);
        var workers = workers(
                release,
                Map.of("count", 3, "oldest", List.of(Map.of("id", "f", "age", "PT41S", "workflow", "archive-deep"))));
        var id = start(key(), TO_17).text("id");
        try (var stream = stream(id)) {
            var live = Stream.generate(stream::next)
                    .map(event -> event.orElseThrow())
                    .filter(event -> event.name().equals("live"))
                    .findFirst()
                    .orElseThrow();

            assertThat(live.id()).isEmpty();
            assertThat(live.data())
                    .isEqualTo("{\"instance\":\"core-1\",\"step\":\"UPLOAD\",\"filesLeft\":3,"
                            + "\"oldest\":{\"id\":\"f\",\"age\":\"PT41S\",\"workflow\":\"archive-deep\"},"
                            + "\"sentence\":\"3 files left, oldest 41 s (archive-deep)\"}");
        } finally {
            release.countDown();
            workers.shutdownNow();
        }
    }

    /** A host whose activities say this and then wait. */
    private static WorkerFactory workers(CountDownLatch release, Object details) {
        var config = center.started().application().getConfiguration();
        var engine = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(config.engine().address().toString())
                .build());
        var factory = WorkerFactory.newInstance(WorkflowClient.newInstance(engine));
        DynamicActivity saying = arguments -> {
            Activity.getExecutionContext().heartbeat(details);
            try {
                release.await();
            } catch (InterruptedException toldToStop) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("the test is over");
        };
        factory.newWorker(TaskQueues.ofHost(new HostId("host-a"))).registerActivitiesImplementations(saying);
        factory.start();
        return factory;
    }

    @Test
    void isMeasured() {
        start(key(), TO_17);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(metrics())
                        .contains(
                                "mddc_upgrade_upgrades{outcome=\"NONE\",state=\"RUNNING\"} 1.0",
                                "mddc_upgrade_units{component=\"CORE\",state=\"",
                                "mddc_upgrade_permits_total{outcome=\"granted\"}",
                                "mddc_upgrade_permits_total{outcome=\"refused\"}",
                                "mddc_upgrade_event_streams 0.0",
                                "mddc_upgrade_event_lag_seconds_count",
                                "mddc_upgrade_engine_answer_seconds_count{outcome=\"answered\"}",
                                "temporal_request_total{",
                                "temporal_worker_task_slots_available{",
                                "jvm_memory_used_bytes{",
                                "dropwizard_")
                        .doesNotContain("le=\"0.001048576\""));
    }

    @Test
    void theTimeOfAStepIsMeasuredWhenItIsLeft() {
        var id = start(key(), TO_17).text("id");
        await().atMost(SOON).until(() -> metrics().contains("state=\"UPLOADING\""));
        abort(id, key());
        awaitEnd(id);

        assertThat(metrics()).contains("mddc_upgrade_step_seconds_count{component=\"CORE\",step=\"UPLOAD\"}");
    }

    private static String metrics() {
        var answer = center.api().get("/metrics");
        assertThat(answer.header("Content-Type")).contains("text/plain", "version=0.0.4");
        return new String(answer.bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static SseClient stream(String id) {
        var started = center.started();
        return SseClient.open(
                "http://127.0.0.1:" + started.port() + UPGRADES + "/" + id + "/events", started.adminToken());
    }
}
