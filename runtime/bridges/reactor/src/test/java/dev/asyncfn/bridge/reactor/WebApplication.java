package dev.asyncfn.bridge.reactor;

import dev.asyncfn.executor.ThreadPool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.web.reactive.config.EnableWebFlux;

/** What an application with WebFlux declares. */
@Configuration
@EnableWebFlux
class WebApplication {
    @Bean
    static ThreadPool pool() {
        return ThreadPool.of(1);
    }

    @Bean
    Greetings greetings() {
        return new Greetings();
    }

    @Autowired
    void adapters(@Qualifier("webFluxAdapterRegistry") ReactiveAdapterRegistry registry, ThreadPool pool) {
        SpringAdapters.register(registry, pool);
    }
}
