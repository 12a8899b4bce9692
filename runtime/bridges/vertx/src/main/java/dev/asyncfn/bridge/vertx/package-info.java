/**
 * A bridge to Vert.x: {@link dev.asyncfn.bridge.vertx.VertxBridge} converts its futures to ours and back, lets {@code await(future)} suspend, and
 * makes an executor of a context. Threads of event loops refuse {@code blockOn}, with nothing to be called.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.bridge.vertx;
