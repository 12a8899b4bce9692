package dev.asyncfn.samples.benchmarks

import java.util.concurrent.ExecutorService
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancel
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.selects.select
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.Semaphore
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.sync.withPermit
import kotlinx.coroutines.yield

/** Coroutines with a dispatcher. Without one given, they run in the event loop of runBlocking, on the calling thread. */
object KotlinTasks {
    @JvmField val LOCAL: CoroutineContext = EmptyCoroutineContext
    @JvmField val DEFAULT: CoroutineContext = Dispatchers.Default

    @JvmStatic fun on(threads: ExecutorService): CoroutineContext = threads.asCoroutineDispatcher()

    private suspend fun yields(n: Int): Int {
        for (i in 0 until n) yield()
        return n
    }

    private suspend fun yieldsAt(d: Int, n: Int): Int {
        if (d == 1) return yields(n) + 0
        return yieldsAt(d - 1, n) + 1
    }

    @JvmStatic fun yieldLocal(d: Int, n: Int): Int = runBlocking { yieldsAt(d, n) }

    @JvmStatic fun yieldTasks(on: CoroutineContext, tasks: Int, n: Int) =
        runBlocking(on) { repeat(tasks) { launch { yields(n) } } }

    private suspend fun ping(out: Channel<Int>, back: Channel<Int>, n: Int): Int {
        var sum = 0
        for (i in 0 until n) {
            out.send(i)
            sum += back.receive()
        }
        return sum
    }

    private suspend fun pong(out: Channel<Int>, back: Channel<Int>, n: Int) {
        for (i in 0 until n) out.send(back.receive())
    }

    @JvmStatic fun pingPong(on: CoroutineContext, other: CoroutineContext, n: Int): Int = runBlocking(on) {
        val a = Channel<Int>(1)
        val b = Channel<Int>(1)
        launch(other) { pong(b, a, n) }
        ping(a, b, n)
    }

    @JvmStatic fun spawnJoin(on: CoroutineContext, n: Int): Int = runBlocking(on) {
        var sum = 0
        for (i in 0 until n) sum += async { i + 1 }.await()
        sum
    }

    @JvmStatic fun spawnMany(n: Int): Long = runBlocking {
        val all = ArrayList<Deferred<Int>>(n)
        for (i in 0 until n) all.add(async { i + 1 })
        var sum = 0L
        for (one in all) sum += one.await()
        sum
    }

    private suspend fun skynet(scope: CoroutineScope, number: Long, size: Int): Long {
        if (size == 1) return number
        val part = size / 10
        val all = ArrayList<Deferred<Long>>(10)
        for (i in 0 until 10) all.add(scope.async { skynet(scope, number + i.toLong() * part, part) })
        var sum = 0L
        for (one in all) sum += one.await()
        return sum
    }

    @JvmStatic fun skynet(size: Int): Long = runBlocking { skynet(this, 0, size) }

    @JvmStatic fun sendAndReceive(on: CoroutineContext, n: Int): Int = runBlocking(on) {
        val channel = Channel<Int>(64)
        launch { for (i in 0 until n) channel.send(i) }
        var sum = 0
        for (i in 0 until n) sum += channel.receive()
        sum
    }

    @JvmStatic fun mutex(on: CoroutineContext, tasks: Int, n: Int): Int = runBlocking(on) {
        val mutex = Mutex()
        val counter = IntArray(1)
        val jobs = List(tasks) { launch { for (i in 0 until n) mutex.withLock { counter[0]++ } } }
        jobs.forEach { it.join() }
        counter[0]
    }

    @JvmStatic fun semaphore(on: CoroutineContext, tasks: Int, n: Int): Int = runBlocking(on) {
        val semaphore = Semaphore(1)
        val counter = IntArray(1)
        val jobs = List(tasks) { launch { for (i in 0 until n) semaphore.withPermit { counter[0]++ } } }
        jobs.forEach { it.join() }
        counter[0]
    }

    private suspend fun yieldOnce(x: Int): Int {
        yield()
        return x
    }

    @JvmStatic fun join(k: Int): Int = runBlocking { List(k) { i -> async { yieldOnce(i) } }.awaitAll().size }

    @JvmStatic fun select(k: Int): Int = runBlocking {
        val all = List(k) { i -> async { yieldOnce(i) } }
        val first = select<Int> { all.forEach { one -> one.onAwait { it } } }
        all.forEach { it.cancel() }
        first
    }

    @JvmStatic fun sleepers(count: Int, least: Long, spread: Long) = runBlocking {
        repeat(count) { i -> launch { delay(least + i % spread) } }
    }

    private suspend fun park(keep: Array<Any?>, i: Int): Int = suspendCancellableCoroutine { keep[i] = it }

    private suspend fun waits(d: Int, keep: Array<Any?>, i: Int): Int =
        if (d == 1) park(keep, i) + 1 else waits(d - 1, keep, i) + 1

    /** Suspends so many coroutines, calls back, and cancels them. */
    @JvmStatic fun suspendMany(depth: Int, keep: Array<Any?>, handles: Array<Any?>, then: Runnable) = runBlocking {
        val scope = CoroutineScope(coroutineContext + Job())
        for (i in keep.indices) handles[i] = scope.async { waits(depth, keep, i) }
        while (keep.any { it == null }) yield()
        then.run()
        scope.cancel()
    }
}
