package dev.asyncfn.bridge.reactor;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.reactor.ReactorBridge.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** A controller whose methods return futures of async fns. */
@RestController
class Greetings {
    /** A request for what never comes has begun. */
    final CountDownLatch begun = new CountDownLatch(1);
    /** Its cleanup has ended. */
    final CountDownLatch cleanedUp = new CountDownLatch(1);

    @GetMapping("/greetings/{name}")
    Future<String> greeting(@PathVariable("name") String name) {
        return GreetingsAsync.greet(Future.ready(name));
    }

    @PostMapping("/greetings")
    Future<String> greetingOfBody(@RequestBody Future<String> name) {
        return GreetingsAsync.greet(name);
    }

    @GetMapping(path = "/greetings", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Stream<String> greetings() {
        return Streams.of("Hello Ada", "Hello Alan");
    }

    @GetMapping("/taken")
    Future<String> taken() {
        return GreetingsAsync.refuse();
    }

    @GetMapping("/never")
    Future<String> never() {
        return GreetingsAsync.waitForever(this);
    }

    @AsyncFn
    static String greet(Future<String> name) {
        String greeting = await(Mono.just("Hello ").delayElement(Duration.ofMillis(1)));
        return greeting + await(name);
    }

    @AsyncFn
    static String refuse() {
        await(Mono.delay(Duration.ofMillis(1)));
        throw new ResponseStatusException(HttpStatus.CONFLICT);
    }

    @AsyncFn
    String waitForever() {
        try {
            begun.countDown();
            return await(Mono.never());
        } finally {
            await(Mono.delay(Duration.ofMillis(1)));
            cleanedUp.countDown();
        }
    }
}
