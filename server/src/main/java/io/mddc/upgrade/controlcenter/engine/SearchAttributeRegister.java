package io.mddc.upgrade.controlcenter.engine;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.mddc.upgrade.workflow.SearchAttributes;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the engine know our search attributes: without them no workflow starts. The command line of the server does so for
 * a new database only.
 */
final class SearchAttributeRegister implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SearchAttributeRegister.class);
    private static final long SECONDS = 5;

    private final String namespace;
    private final OperatorServiceStubs stubs;
    private boolean complete;

    SearchAttributeRegister(EngineConfig config) {
        this.namespace = config.namespace();
        this.stubs = OperatorServiceStubs.newServiceStubs(EngineAccess.operator(config));
    }

    /** Adds what is missing; asks once for as long as the engine answers. */
    void complete() {
        if (complete) {
            return;
        }
        var known = stub().listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                        .setNamespace(namespace)
                        .build())
                .getCustomAttributesMap()
                .keySet();
        add(known);
        complete = true;
    }

    /** The engine went away: what comes back may be another one. */
    void forget() {
        complete = false;
    }

    private void add(Set<String> known) {
        var missing = SearchAttributes.ALL.stream()
                .map(SearchAttributeKey::getName)
                .filter(name -> !known.contains(name))
                .collect(toMap(identity(), name -> IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
        if (missing.isEmpty()) {
            return;
        }
        stub().addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                .setNamespace(namespace)
                .putAllSearchAttributes(missing)
                .build());
        LOG.info("Added the search attributes {} to namespace {}", missing.keySet(), namespace);
    }

    private OperatorServiceBlockingStub stub() {
        return stubs.blockingStub().withDeadlineAfter(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        stubs.shutdownNow();
    }
}
