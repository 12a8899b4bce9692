/**
 * A bridge to Guava: {@link dev.asyncfn.bridge.guava.GuavaBridge} converts {@code ListenableFuture} to futures and back, and lets
 * {@code await(listenable)} suspend.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.bridge.guava;
