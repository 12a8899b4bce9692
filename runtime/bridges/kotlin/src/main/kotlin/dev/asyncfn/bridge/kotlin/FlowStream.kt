package dev.asyncfn.bridge.kotlin

import dev.asyncfn.Context
import dev.asyncfn.Future
import dev.asyncfn.Poll
import dev.asyncfn.Traced
import dev.asyncfn.Undelivered
import dev.asyncfn.future.AtomicWaker
import dev.asyncfn.stream.Stream
import java.util.Objects
import java.util.concurrent.atomic.AtomicReference
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.launch

/**
 * The items of a flow, one at a time: each `emit` returns when the next item is requested. A coroutine collects the flow, and hands over
 * what there is to see, an item or the end, in [slot]; it never has two of them at once.
 */
internal class FlowStream<T : Any>(private val flow: Flow<T>) : Stream<T>, Traced {
    /** Null, an item, or one of the three below. */
    private val slot = AtomicReference<Any?>()
    private val waker = AtomicWaker()
    private val requests = Channel<Unit>(Channel.CONFLATED)

    /** Null before the first poll. */
    private var coroutine: Job? = null

    /** Whether the stream has taken an item, and not requested the next one. */
    private var idle = true

    /** Whether the cleanup of the flow is waited for, and its failure with it. */
    @Volatile private var waited = false

    private object End

    private object Dropped

    private class Failure(val thrown: Throwable)

    override fun pollNext(cx: Context): Poll<T> {
        if (!cx.hasBudgetRemaining()) {
            cx.proceed() // which has the task polled again
            return Poll.pending()
        }
        if (idle) {
            idle = false
            request()
        }
        val ready = taken() ?: run {
            waker.register(cx.waker())
            taken() ?: cancelled()
        } ?: return Poll.pending()
        cx.proceed() // only now: waiting must not use up the budget of others
        return ready
    }

    /** Null while something may come. A coroutine that is cancelled before it begins, as one that its dispatcher refuses, hands over nothing. */
    private fun cancelled(): Poll<T>? {
        if (coroutine?.isCompleted != true) return null
        taken()?.let { return it } // the last thing that it did
        waker.drop()
        throw CancellationException("the coroutine that collects the flow was cancelled")
    }

    private fun request() {
        if (coroutine != null) {
            requests.trySend(Unit)
            return
        }
        val context = KotlinBridge.CONTEXT.orElse(EmptyCoroutineContext).minusKey(Job)
        coroutine = CoroutineScope(context).launch { collect() }.also { it.invokeOnCompletion { waker.wake() } }
    }

    private suspend fun collect() {
        try {
            flow.collect { item ->
                handOver(Objects.requireNonNull(item, "item"))
                requests.receive()
            }
            slot.compareAndSet(null, End)
        } catch (thrown: Throwable) {
            fail(thrown)
        }
    }

    private fun handOver(item: T) {
        if (slot.compareAndSet(null, item)) {
            waker.wake()
        } else {
            Undelivered.close<Any>().release(item)
        }
    }

    /** What is thrown after the drop is a failure of the cleanup. If nobody waits for that, Kotlin's handler of exceptions gets it. */
    private fun fail(thrown: Throwable) {
        if (slot.compareAndSet(null, Failure(thrown)) || thrown is CancellationException) return
        if (!waited) throw thrown
        slot.set(Failure(thrown))
    }

    /** Null if there is nothing to see. */
    private fun taken(): Poll<T>? {
        val seen = slot.get() ?: return null
        if (seen === End) return Stream.end()
        if (seen is Failure) throw seen.thrown
        slot.set(null)
        idle = true
        @Suppress("UNCHECKED_CAST") // nothing else is put there
        return Poll.ready(seen as T)
    }

    override fun drop() {
        waited = false
        giveUp()
    }

    override fun pollDrop(cx: Context): Poll<Void> {
        if (!waited) {
            waited = true
            giveUp()
        }
        waker.register(cx.waker())
        if (coroutine?.isCompleted == false) return Poll.pending()
        waker.drop()
        (slot.getAndSet(Dropped) as? Failure)?.let { throw it.thrown }
        return Poll.ready(null)
    }

    private fun giveUp() {
        val left = slot.getAndSet(Dropped)
        waker.drop()
        coroutine?.cancel() // its cleanup may run before this returns, and finds nobody to hand anything to
        if (left !== End && left !== Dropped && left !is Failure) Undelivered.close<Any>().release(left)
    }

    override fun state(): String = if (coroutine == null) "not collected yet" else "collecting"

    override fun awaited(): Future<*>? = null
}
