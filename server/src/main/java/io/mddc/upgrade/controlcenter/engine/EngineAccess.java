package io.mddc.upgrade.controlcenter.engine;

import com.uber.m3.tally.Scope;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.temporal.authorization.AuthorizationTokenSupplier;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.ServiceStubsOptions;
import io.temporal.serviceclient.SimpleSslContextBuilder;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How our calls get to the engine: address, TLS, key. */
final class EngineAccess {
    /** After an outage the next attempt is never further away than this, however long the outage was. */
    private static final Duration BACKOFF_RESET = Duration.ofSeconds(1);

    private EngineAccess() {}

    static WorkflowServiceStubsOptions workflows(EngineConfig config, Scope metrics) {
        var options = WorkflowServiceStubsOptions.newBuilder().setMetricsScope(metrics);
        apply(config, options);
        return options.validateAndBuildWithDefaults();
    }

    static OperatorServiceStubsOptions operator(EngineConfig config) {
        var options = OperatorServiceStubsOptions.newBuilder();
        apply(config, options);
        return options.validateAndBuildWithDefaults();
    }

    private static void apply(EngineConfig config, ServiceStubsOptions.Builder<?> options) {
        options.setTarget(config.address().toString());
        options.setConnectionBackoffResetFrequency(BACKOFF_RESET);
        if (config.mode() == EngineMode.EXTERNAL && config.external().tls().enabled()) {
            options.setSslContext(sslContext(config.external().tls()));
        }
        if (config.mode() == EngineMode.EXTERNAL
                && !config.external().apiKeyFile().isEmpty()) {
            options.addApiKey(keyFrom(Path.of(config.external().apiKeyFile())));
        }
    }

    private static AuthorizationTokenSupplier keyFrom(Path file) {
        return () -> {
            try {
                return Files.readString(file).strip();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        };
    }

    private static SslContext sslContext(TlsSettings tls) {
        try (var authority = open(tls.authorityFile());
                var certificate = open(tls.certificateFile());
                var key = open(tls.keyFile())) {
            var context = tls.certificateFile().isEmpty()
                    ? SimpleSslContextBuilder.noKeyOrCertChain()
                    : SimpleSslContextBuilder.forPKCS8(certificate, key);
            if (!tls.authorityFile().isEmpty()) {
                context.setTrustManager(TrustedAuthorities.read(authority));
            }
            return context.build();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static InputStream open(String file) throws IOException {
        return file.isEmpty() ? InputStream.nullInputStream() : Files.newInputStream(Path.of(file));
    }
}
