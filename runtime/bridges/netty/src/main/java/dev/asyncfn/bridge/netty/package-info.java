/**
 * A bridge to Netty: {@link dev.asyncfn.bridge.netty.NettyBridge} converts its futures to ours and back, lets {@code await(channelFuture)}
 * suspend, and makes an executor of an event loop. Threads of event loops refuse {@code blockOn}, with nothing to be called.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.bridge.netty;
