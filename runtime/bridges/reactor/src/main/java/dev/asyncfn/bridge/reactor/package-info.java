/**
 * A bridge to Reactor: {@link dev.asyncfn.bridge.reactor.ReactorBridge} converts {@code Mono} and {@code Flux} to futures and streams and back,
 * and lets {@code await(mono)} suspend. {@link dev.asyncfn.bridge.reactor.SpringAdapters} teaches Spring to take a future where it takes a
 * {@code Mono}. Threads that Reactor marks as non-blocking refuse {@code blockOn}, with nothing to be called.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.bridge.reactor;
