package dev.asyncfn.samples.service;

import dev.asyncfn.Future;
import io.vertx.ext.web.RoutingContext;

/** The answers to one kind of request: the factory of an async fn. */
@FunctionalInterface
interface Endpoint {
    /** The future of the answer to this request, of which nothing has run yet. It may fail with a {@link Problem}. */
    Future<Reply> answer(RoutingContext call);
}
