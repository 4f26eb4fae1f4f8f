package io.mddc.upgrade.worker.artifact;

import io.mddc.upgrade.cluster.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The control center's package store, read with the worker's own credential; a download goes on where it broke off. */
public final class PackageSource {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_FOUND = 404;
    private static final int RANGE_REFUSED = 416;

    private final HttpClient http;
    private final URI controlCenter;
    private final Supplier<String> credential;
    private final Duration stalled;

    /**
     * @param stalled a download that brings nothing for so long is given up
     */
    public PackageSource(HttpClient http, URI controlCenter, Supplier<String> credential, Duration stalled) {
        this.http = http;
        this.controlCenter = controlCenter;
        this.credential = credential;
        this.stalled = stalled;
    }

    /** Appends to what the file has; the caller judges by the digest whether it is the package. */
    void download(Sha256 digest, Path part, Runnable whileWaiting) {
        long have = sizeOf(part);
        var request = HttpRequest.newBuilder(URI.create(controlCenter + "/api/v1/packages/" + digest + "/content"))
                .header("Authorization", "Bearer " + credential.get());
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        int status = await(http.sendAsync(request.build(), into(part)), part, whileWaiting);
        if (status == RANGE_REFUSED) {
            delete(part);
        }
        if (status == NOT_FOUND) {
            throw new PackageUnknown("the control center has no package " + digest + ": upload it there");
        }
        if (status != OK && status != PARTIAL) {
            throw new SourceSilent("the control center answered " + status + " when asked for package " + digest);
        }
    }

    /** The whole package replaces what was there; an error's text never gets into the file. */
    private static BodyHandler<Path> into(Path part) {
        return info -> switch (info.statusCode()) {
            case OK ->
                BodySubscribers.ofFile(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
            case PARTIAL -> BodySubscribers.ofFile(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            default -> BodySubscribers.replacing(part);
        };
    }

    private int await(CompletableFuture<HttpResponse<Path>> download, Path part, Runnable whileWaiting) {
        var progress = new Progress(stalled);
        try {
            while (true) {
                try {
                    return download.get(LOOK.toMillis(), TimeUnit.MILLISECONDS).statusCode();
                } catch (TimeoutException e) {
                    whileWaiting.run();
                    progress.look(sizeOf(part));
                }
            }
        } catch (ExecutionException e) {
            throw new SourceSilent("the download broke off at " + sizeOf(part) + " bytes: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceSilent("the worker ends", e);
        } finally {
            download.cancel(true);
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the size of " + file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
