/**
 * A bridge to Kotlin's coroutines: {@link dev.asyncfn.bridge.kotlin.KotlinBridge} makes futures of suspend functions and of
 * {@code Deferred}, and streams of flows, for async fns; in Kotlin, {@code Future.await()} suspends until a future is ready.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.bridge.kotlin;
