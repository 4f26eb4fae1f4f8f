package io.mddc.upgrade.worker.component;

import io.mddc.upgrade.cluster.SettingName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to talk to the instances of a component.
 *
 * @param deregistrationDelay from its isolation on, before its open work counts: clients need so long to notice
 * @param closing how it refuses files while the system is down; empty when it cannot
 * @param settings how those are read that it keeps, where it is a control center
 */
public record Profile(
        Talk talk,
        IsolationBy isolation,
        Duration deregistrationDelay,
        Optional<ClosingBy> closing,
        Map<SettingName, SettingSource> settings) {
    public Profile {
        settings = Map.copyOf(settings);
    }

    public Profile(Talk talk, IsolationBy isolation, Duration deregistrationDelay) {
        this(talk, isolation, deregistrationDelay, Optional.empty());
    }

    public Profile(Talk talk, IsolationBy isolation, Duration deregistrationDelay, Optional<ClosingBy> closing) {
        this(talk, isolation, deregistrationDelay, closing, Map.of());
    }

    /** How its version, readiness and work are asked for. */
    public sealed interface Talk {}

    /**
     * MetaDefender Core's interface.
     *
     * @param knownAnswers files of known verdict may be sent to the instance itself
     */
    public record CoreRest(boolean knownAnswers) implements Talk {}

    /**
     * Plain paths.
     *
     * @param version answers an object with the field {@code versionField}
     * @param ready answers 200 or 503
     * @param work answers what is in work; empty when there is nothing to wait for
     */
    public record Http(String version, String versionField, String ready, Optional<String> work) implements Talk {}

    /**
     * Programs with their arguments.
     *
     * @param version writes the version of the running process
     * @param ready ends with 0 when it is ready, with 1 when it is not
     * @param work writes how much is in progress; empty when there is nothing to wait for
     */
    public record Programs(List<String> version, List<String> ready, List<String> work) implements Talk {}

    /**
     * Paths of a gateway.
     *
     * @param path keeps whether it is closed
     * @param files takes an operator's files while it is
     */
    public record ClosingBy(String path, String files) {}

    /** How it is taken out of new work. */
    public sealed interface IsolationBy {}

    /** It cannot be, and has no work that an upgrade would have to wait for. */
    public record None() implements IsolationBy {}

    /** It keeps its isolation itself, behind this path. */
    public record Rest(String path) implements IsolationBy {}

    /** Programs with their first arguments, each given the owner as its last. */
    public record ByPrograms(List<String> isolate, List<String> rejoin, List<String> status) implements IsolationBy {}

    /**
     * The client of one instance.
     *
     * @param apiKeyFile read at each call, so that a key may be changed; empty when it wants none
     */
    public ComponentClient client(URI address, Optional<Path> apiKeyFile) {
        var http = new ComponentHttp(address, apiKeyFile);
        if (talk instanceof CoreRest core) {
            return new CoreClient(http, isolation(http), core.knownAnswers());
        }
        if (talk instanceof Http plain) {
            return new PlainHttpClient(
                    http, plain, isolation(http), closing.map(paths -> new RestClosing(http, paths)));
        }
        return new CommandClient((Programs) talk, isolation(http));
    }

    private Optional<Isolation> isolation(ComponentHttp http) {
        if (isolation instanceof Rest rest) {
            return Optional.of(new RestIsolation(http, rest.path()));
        }
        return isolation instanceof ByPrograms by ? Optional.of(new CommandIsolation(by)) : Optional.empty();
    }
}
