package dev.asyncfn.tls;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * What clients and servers can set.
 *
 * @param executor null: the threads of {@link dev.asyncfn.executor.Blocking}
 */
record Settings(List<String> protocols, Consumer<SSLParameters> change, Executor executor) {
    static final Settings DEFAULT = new Settings(List.of(), parameters -> {}, null);

    Settings withAlpn(List<String> names) {
        return new Settings(names, change, executor);
    }

    Settings withChange(Consumer<SSLParameters> more) {
        return new Settings(protocols, change.andThen(more), executor);
    }

    Settings withExecutor(Executor other) {
        return new Settings(protocols, change, Objects.requireNonNull(other, "executor"));
    }

    void apply(SSLEngine engine, Consumer<SSLParameters> defaults) {
        SSLParameters parameters = engine.getSSLParameters();
        defaults.accept(parameters);
        if (!protocols.isEmpty()) {
            parameters.setApplicationProtocols(protocols.toArray(String[]::new));
        }
        change.accept(parameters);
        engine.setSSLParameters(parameters);
    }
}
