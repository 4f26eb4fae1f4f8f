package io.mddc.upgrade.lab.trial;

import io.grpc.stub.StreamObserver;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.AddSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceImplBase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Search attributes of the test server, which can be added there but not asked for. */
final class TrialOperator extends OperatorServiceImplBase {
    private final OperatorServiceImplBase testServer;
    private final Map<String, IndexedValueType> added = new ConcurrentHashMap<>();

    TrialOperator(OperatorServiceImplBase testServer) {
        this.testServer = testServer;
    }

    @Override
    public void addSearchAttributes(
            AddSearchAttributesRequest request, StreamObserver<AddSearchAttributesResponse> answer) {
        added.putAll(request.getSearchAttributesMap());
        testServer.addSearchAttributes(request, answer);
    }

    @Override
    public void listSearchAttributes(
            ListSearchAttributesRequest request, StreamObserver<ListSearchAttributesResponse> answer) {
        answer.onNext(ListSearchAttributesResponse.newBuilder()
                .putAllCustomAttributes(added)
                .build());
        answer.onCompleted();
    }
}
