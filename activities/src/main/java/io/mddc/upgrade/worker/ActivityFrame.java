package io.mddc.upgrade.worker;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityWorkerShutdownException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What is around every activity: its token is kept while it runs, and its failure leaves under a name workflows know. */
final class ActivityFrame extends WorkerInterceptorBase {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityFrame.class);

    private final TaskTokens tokens;

    ActivityFrame(TaskTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new Framed(next, tokens);
    }

    private static final class Framed extends ActivityInboundCallsInterceptorBase {
        private final TaskTokens tokens;
        private byte[] token = {};
        private String name = "";
        private int attempt;

        Framed(ActivityInboundCallsInterceptor next, TaskTokens tokens) {
            super(next);
            this.tokens = tokens;
        }

        @Override
        public void init(ActivityExecutionContext context) {
            token = context.getTaskToken();
            var info = context.getInfo();
            attempt = info.getAttempt();
            name = info.getWorkflowId() + " " + info.getActivityType();
            super.init(context);
        }

        /** A worker that is stopped may not get its failure through any more: its successor ends the activity. */
        private void forgetUnlessStopping(Path remembered, RuntimeException failure) {
            boolean stopping = failure instanceof ActivityWorkerShutdownException
                    || Thread.currentThread().isInterrupted();
            if (!stopping) {
                tokens.forget(remembered);
            }
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            var remembered = tokens.remember(token);
            MDC.put("activity", name);
            try {
                var output = super.execute(input);
                tokens.forget(remembered);
                return output;
            } catch (RuntimeException e) {
                LOG.debug("{} failed", name, e);
                forgetUnlessStopping(remembered, e);
                throw Failures.translated(e, attempt);
            } finally {
                MDC.remove("activity");
            }
        }
    }
}
