package io.mddc.upgrade.controlcenter.upgrades.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one client, without a thread of its own: what the connection does not take now waits here and goes on when the
 * server says that it takes more. Whoever writes asks {@link #hasRoom} first, so no more than {@link #ROOM} and what was
 * written last waits.
 */
final class Outlet implements WriteListener {
    private static final Logger log = LoggerFactory.getLogger(Outlet.class);

    /** In bytes. */
    private static final int ROOM = 64 * 1024;

    private final AsyncContext exchange;
    private final ServletOutputStream out;
    private final Runnable roomAgain;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private long movedAt = System.nanoTime();
    private boolean unflushed = true;
    private boolean opened;
    private boolean ending;
    private boolean gone;

    /**
     * @param roomAgain called when the client has taken what was written, and when it is gone
     */
    Outlet(AsyncContext exchange, ServletOutputStream out, Runnable roomAgain) {
        this.exchange = exchange;
        this.out = out;
        this.roomAgain = roomAgain;
    }

    /** From here on the server calls. */
    void open() {
        out.setWriteListener(this);
    }

    synchronized boolean hasRoom() {
        return waitingBytes < ROOM && !ending && !gone;
    }

    synchronized boolean isIdle() {
        return waiting.isEmpty() && hasRoom();
    }

    synchronized boolean isGone() {
        return gone;
    }

    /** How long the client has taken nothing of what waits for it; zero when nothing does. */
    synchronized Duration stuck() {
        return waiting.isEmpty() && !unflushed ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - movedAt);
    }

    synchronized void write(String text) {
        if (ending || gone) {
            return;
        }
        if (waiting.isEmpty()) {
            movedAt = System.nanoTime();
        }
        var bytes = text.getBytes(UTF_8);
        waiting.add(bytes);
        waitingBytes += bytes.length;
        pump();
    }

    /** After what was written. */
    synchronized void end() {
        ending = true;
        pump();
    }

    /** At once, whatever waits: the connection is closed under the client. */
    void cut() {
        var connection = ServletContextRequest.getServletContextRequest(exchange.getRequest())
                .getConnectionMetaData()
                .getConnection();
        leave();
        connection.getEndPoint().close();
    }

    @Override
    public synchronized void onWritePossible() {
        opened = true;
        pump();
        if (hasRoom()) {
            roomAgain.run();
        }
    }

    @Override
    public void onError(Throwable broken) {
        log.debug("A client of an event stream is gone", broken);
        leave();
    }

    private void pump() {
        try {
            while (opened && !gone && out.isReady()) {
                movedAt = System.nanoTime();
                if (!pumpOne()) {
                    return;
                }
            }
        } catch (IOException | IllegalStateException broken) {
            onError(broken);
        }
    }

    private boolean pumpOne() throws IOException {
        var next = waiting.poll();
        if (next != null) {
            waitingBytes -= next.length;
            unflushed = true;
            out.write(next);
        } else if (unflushed) {
            unflushed = false;
            out.flush();
        } else {
            if (ending) {
                leave();
            }
            return false;
        }
        return true;
    }

    private synchronized void leave() {
        if (!gone) {
            gone = true;
            waiting.clear();
            waitingBytes = 0;
            exchange.complete();
            roomAgain.run();
        }
    }
}
