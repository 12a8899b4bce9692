package dev.asyncfn.bridge.reactor;

import dev.asyncfn.Future;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** A client of {@link Greetings}, which Spring implements. */
interface GreetingsClient {
    @GetExchange("/greetings/{name}")
    Future<String> greeting(@PathVariable("name") String name);
}
