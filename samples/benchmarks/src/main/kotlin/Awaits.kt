package dev.asyncfn.samples.benchmarks

import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.startCoroutineUninterceptedOrReturn
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume

/** The twin of Leaves.Source: raw continuations, without a dispatcher. */
class KotlinSource {
    private var parked: Continuation<Int>? = null

    suspend fun next(): Int = suspendCoroutineUninterceptedOrReturn { parked = it; COROUTINE_SUSPENDED }

    fun fire(value: Int) {
        val resumed = parked!!
        parked = null
        resumed.resume(value)
    }
}

/** Where a coroutine leaves its result. */
class Done : Continuation<Int> {
    @JvmField var result = 0
    override val context: CoroutineContext get() = EmptyCoroutineContext

    override fun resumeWith(result: Result<Int>) {
        this.result = result.getOrThrow()
    }
}

class KotlinFast : RuntimeException("fast", null, false, false)

suspend fun ready(x: Int): Int = suspendCoroutineUninterceptedOrReturn { x }

private suspend fun ready3(a: Int): Int {
    val x = ready(a)
    val y = ready(x + 1)
    val z = ready(y + 1)
    return x + y + z
}

private suspend fun pending3(s: KotlinSource): Int {
    val x = s.next()
    val y = s.next()
    val z = s.next()
    return x + y + z
}

private suspend fun rounds(s: KotlinSource): Int {
    var sum = 0
    while (true) {
        sum += s.next()
        if (sum == -1) return sum
    }
}

private suspend fun depth(d: Int, s: KotlinSource): Int {
    if (d == 1) return rounds(s) + 0
    return depth(d - 1, s) + 1
}

private suspend fun once(d: Int, s: KotlinSource): Int {
    if (d == 1) return s.next() + 0
    return once(d - 1, s) + 1
}

private suspend fun loop(n: Int): Int {
    var sum = 0
    for (i in 0 until n) sum += ready(i)
    return sum
}

private suspend fun tryFinally(s: KotlinSource, counter: IntArray): Int {
    var x: Int
    try {
        x = s.next()
        x += s.next()
    } finally {
        counter[0]++
    }
    return x
}

private suspend fun failing(d: Int, s: KotlinSource, traced: Boolean): Int {
    if (d == 1) {
        val x = s.next()
        if (x >= 0) throw if (traced) IllegalStateException("with a trace") else KotlinFast()
        return x
    }
    return failing(d - 1, s, traced) + 1
}

private suspend fun catching(s: KotlinSource): Int =
    try { failing(5, s, false) } catch (e: KotlinFast) { 7 }

private suspend fun catchingTraced(s: KotlinSource): Int =
    try { failing(5, s, true) } catch (e: IllegalStateException) { 7 }

/** What Java calls: each starts a coroutine. */
object KotlinAwaits {
    private fun start(done: Done, block: suspend () -> Int): Any? = block.startCoroutineUninterceptedOrReturn(done)

    @JvmStatic fun ready3(done: Done, a: Int): Any? = start(done) { dev.asyncfn.samples.benchmarks.ready3(a) }
    @JvmStatic fun pending3(done: Done, s: KotlinSource): Any? = start(done) { dev.asyncfn.samples.benchmarks.pending3(s) }
    @JvmStatic fun depth(done: Done, d: Int, s: KotlinSource): Any? = start(done) { dev.asyncfn.samples.benchmarks.depth(d, s) }
    @JvmStatic fun once(done: Done, d: Int, s: KotlinSource): Any? = start(done) { dev.asyncfn.samples.benchmarks.once(d, s) }
    @JvmStatic fun loop(done: Done, n: Int): Any? = start(done) { dev.asyncfn.samples.benchmarks.loop(n) }
    @JvmStatic fun tryFinally(done: Done, s: KotlinSource, counter: IntArray): Any? =
        start(done) { dev.asyncfn.samples.benchmarks.tryFinally(s, counter) }
    @JvmStatic fun catching(done: Done, s: KotlinSource): Any? = start(done) { dev.asyncfn.samples.benchmarks.catching(s) }
    @JvmStatic fun catchingTraced(done: Done, s: KotlinSource): Any? =
        start(done) { dev.asyncfn.samples.benchmarks.catchingTraced(s) }
    @JvmStatic fun many(done: Done, n: Int, a: Int): Any? = when (n) {
        20 -> start(done) { ready20(a) }
        200 -> start(done) { ready200(a) }
        else -> start(done) { ready500(a) }
    }
}
