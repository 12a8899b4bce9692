package dev.asyncfn.bridge.reactor;

import dev.asyncfn.executor.ThreadPool;
import org.springframework.core.ReactiveAdapterRegistry;

/** Spring's registry for all, which forgets no adapter: all tests have the same pool behind it. */
final class SharedRegistry {
    private static final ReactiveAdapterRegistry ADAPTED = ReactiveAdapterRegistry.getSharedInstance();

    static {
        SpringAdapters.register(ADAPTED, ThreadPool.of(1));
    }

    private SharedRegistry() {}

    static ReactiveAdapterRegistry adapted() {
        return ADAPTED;
    }
}
