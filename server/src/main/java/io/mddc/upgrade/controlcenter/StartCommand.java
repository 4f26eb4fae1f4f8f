package io.mddc.upgrade.controlcenter;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.google.common.base.Throwables;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import io.mddc.upgrade.controlcenter.rest.JsonProblems;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;

/** Starts the control center; what stands in its way is said in one sentence. */
final class StartCommand extends ServerCommand<ControlCenterConfig> {
    StartCommand(ControlCenter application) {
        super(application);
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable failure) {
        cli.getStdErr().println("The control center does not start: " + sentence(failure));
    }

    /** A value of the configuration stands in the way. */
    static boolean isConfiguration(Throwable failure) {
        return Throwables.getCausalChain(failure).stream()
                .anyMatch(cause -> cause instanceof IllegalArgumentException
                        || cause instanceof JsonMappingException
                        || cause instanceof io.dropwizard.configuration.ConfigurationException);
    }

    private static String sentence(Throwable failure) {
        var chain = Throwables.getCausalChain(failure);
        return first(chain, IllegalArgumentException.class)
                .map(unusable -> String.valueOf(unusable.getMessage()))
                .or(() -> first(chain, JsonMappingException.class).map(JsonProblems::sentence))
                .orElse(failure.getMessage() == null ? failure.toString() : String.valueOf(failure.getMessage()));
    }

    private static <T> Optional<T> first(java.util.List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
