@file:JvmName("SuspendingFutures")

package dev.asyncfn.bridge.kotlin

import dev.asyncfn.Context
import dev.asyncfn.Enter
import dev.asyncfn.Future
import dev.asyncfn.Poll
import dev.asyncfn.Traced
import dev.asyncfn.Waker
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield

/**
 * Awaits this future, which belongs to the coroutine from now on: it is polled there, by the threads of its dispatcher, with the
 * coroutine's context bound as [KotlinBridge.CONTEXT].
 *
 * If the coroutine is cancelled, the future is given up, and its cleanup runs to its end before the cancellation goes on.
 *
 * @return the value; null where that of the future is. The failure of the future is thrown unchanged
 * @throws IllegalStateException if something else drives the future
 */
public suspend fun <T> Future<T>.await(): T =
    Polling(KotlinBridge.CONTEXT.where(currentCoroutineContext(), this)).outcome()

private class Polling<T>(private val future: Future<T>) {
    /** Wakes coalesce: any number of them is one element. */
    private val wakes = Channel<Unit>(Channel.CONFLATED)
    private val waker = Waker.of { wakes.trySend(Unit) }

    suspend fun outcome(): T {
        orGiveUp { currentCoroutineContext().ensureActive() }
        while (true) {
            val poll = marked { future.poll(it) }
            if (poll is Poll.Ready<T>) return poll.value()
            orGiveUp { woken() }
        }
    }

    /** One that is woken already lets others run first, and looks for a cancellation, as one that has suspended would. */
    private suspend fun woken() {
        if (wakes.tryReceive().isSuccess) yield() else wakes.receive()
    }

    private suspend fun orGiveUp(suspending: suspend () -> Unit) {
        try {
            suspending()
        } catch (cancelled: CancellationException) {
            // Its failure is handed out as a value: of one that is thrown through it, kotlinx.coroutines makes a copy.
            withContext(NonCancellable) { runCatching { cleanUp() } }.getOrThrow()
            throw cancelled
        }
    }

    private suspend fun cleanUp() {
        while (marked { future.pollDrop(it) }.isPending) woken()
    }

    /** What would block the dispatcher's thread in a poll refuses, as on the threads of other executors. */
    private inline fun <R> marked(poll: (Context) -> R): R {
        val mark = Enter.enter("a coroutine's dispatcher")
        try {
            return poll(Context.withBudget(waker, Context.DEFAULT_BUDGET))
        } catch (failure: Throwable) {
            Traced.restore(failure, future)
            throw failure
        } finally {
            mark.leave()
        }
    }
}
