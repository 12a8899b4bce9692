@file:JvmName("StreamFlow")

package dev.asyncfn.bridge.kotlin

import dev.asyncfn.future.Futures
import dev.asyncfn.stream.Stream
import java.util.concurrent.atomic.AtomicBoolean
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.withContext

/**
 * The items of this stream as a flow. The coroutine that collects it polls the stream, as [await] polls a future, and requests an item
 * when the one before has been collected.
 *
 * The stream belongs to the flow, which can therefore be collected only once: a second `collect` throws [IllegalStateException]. If the
 * coroutine is cancelled, or its collector throws or wants no more, the stream is given up, and its cleanup runs to its end before that
 * goes on; a failure of the cleanup is then suppressed in what was thrown. A flow that is never collected does not drop its stream.
 */
public fun <T : Any> Stream<T>.asFlow(): Flow<T> {
    val collected = AtomicBoolean()
    return flow {
        check(collected.compareAndSet(false, true)) { "the flow of a stream can be collected only once" }
        try {
            while (true) emit(next().await() ?: break)
        } catch (thrown: Throwable) {
            withContext(NonCancellable) { runCatching { Futures.pollFn { pollDrop(it) }.await() } }
                .onFailure(thrown::addSuppressed)
            throw thrown
        }
    }
}
