package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.load.ApiKeys;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import io.mddc.upgrade.lab.service.http.UnexpectedAnswer;
import io.mddc.upgrade.lab.service.identity.IdentityClient;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keys signed in for ahead of time, so that no request waits for a sign-in; while none can be had, the usual one serves. */
final class KeyStock implements ApiKeys, AutoCloseable {
    private static final int FULL = 20;

    private final IdentityClient identity;
    private final String user;
    private final String password;
    private final String usual;
    private final ConcurrentLinkedQueue<String> fresh = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> filling;

    KeyStock(IdentityClient identity, String user, String password) {
        this.identity = identity;
        this.user = user;
        this.password = password;
        this.usual = identity.login(user, password);
        this.filling = thread.scheduleWithFixedDelay(this::fill, 0, 200, TimeUnit.MILLISECONDS);
    }

    @Override
    public String usual() {
        return usual;
    }

    @Override
    public String fresh() {
        return Optional.ofNullable(fresh.poll()).orElse(usual);
    }

    private void fill() {
        try {
            while (fresh.size() < FULL) {
                fresh.add(identity.login(user, password));
            }
        } catch (PartUnreachable | UnexpectedAnswer e) {
            // the stock lasts for a while; the next look tries again
            return;
        }
    }

    @Override
    public void close() {
        filling.cancel(false);
        thread.shutdownNow();
    }
}
