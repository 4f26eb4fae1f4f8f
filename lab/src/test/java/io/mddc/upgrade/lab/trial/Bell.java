package io.mddc.upgrade.lab.trial;

import io.mddc.upgrade.workflow.SearchAttributes;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that waits to be rung by another one. */
@WorkflowInterface
public interface Bell {
    /** Says who rang, and how loud it was to be. */
    @WorkflowMethod
    String await();

    @SignalMethod
    void ring(String by);

    /** Gives the former loudness. */
    @UpdateMethod
    int tune(int loudness);

    @UpdateValidatorMethod(updateName = "tune")
    void check(int loudness);

    final class Impl implements Bell {
        private String by = "";
        private int loudness = 1;

        @Override
        public String await() {
            Workflow.await(() -> !by.isEmpty());
            return by + " at " + loudness;
        }

        @Override
        public void ring(String who) {
            by = who;
        }

        @Override
        public int tune(int next) {
            int former = loudness;
            loudness = next;
            Workflow.upsertTypedSearchAttributes(SearchAttributes.STEP.valueSet("TUNED"));
            return former;
        }

        @Override
        public void check(int next) {
            if (next < 1) {
                throw new IllegalArgumentException("A bell cannot be tuned to " + next);
            }
        }
    }

    /** Rings it, as one workflow tells another. */
    @WorkflowInterface
    interface Ringer {
        @WorkflowMethod
        void ring(String workflow);

        final class Impl implements Ringer {
            @Override
            public void ring(String workflow) {
                Workflow.newExternalWorkflowStub(Bell.class, workflow).ring("another workflow");
            }
        }
    }
}
