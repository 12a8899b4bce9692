package dev.asyncfn.samples.benchmarks;

import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** The twins of {@link Leaves.Source} for callbacks. */
final class Sources {
    private Sources() {}

    static final class Stages {
        private CompletableFuture<Integer> parked;

        CompletableFuture<Integer> next() {
            return parked = new CompletableFuture<>();
        }

        void fire(int value) {
            parked.complete(value);
        }
    }

    static final class Monos {
        private MonoSink<Integer> parked;
        int result;

        Mono<Integer> next() {
            return Mono.create(sink -> parked = sink);
        }

        void fire(int value) {
            parked.success(value);
        }

        void run(Mono<Integer> mono) {
            mono.subscribe(value -> result = value);
        }
    }
}
