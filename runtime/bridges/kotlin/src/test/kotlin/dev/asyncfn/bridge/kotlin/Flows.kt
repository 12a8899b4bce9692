@file:JvmName("Flows")

package dev.asyncfn.bridge.kotlin

import dev.asyncfn.stream.Stream
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineExceptionHandler
import kotlinx.coroutines.CoroutineName
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.ExperimentalForInheritanceCoroutinesApi
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.FlowCollector
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.withContext

// Flows for the tests, and coroutines that collect streams.

/** Logs what it emits, and when it goes on. */
fun logged(log: MutableList<String>, vararg items: String): Flow<String> = flow {
    for (item in items) {
        log.add("emit $item")
        emit(item)
    }
    log.add("end")
}

fun failingAfter(item: String, failure: Throwable): Flow<String> = flow {
    emit(item)
    throw failure
}

fun nothing(): Flow<String?> = flow { emit(null) }

/** Emits an item, and then waits until it is cancelled, and for [released]. */
fun <T> emittingAndCleanedUp(item: T, log: MutableList<String>, released: Deferred<Unit>): Flow<T> = flow {
    try {
        emit(item)
        awaitCancellation()
    } finally {
        withContext(NonCancellable) {
            released.await()
            log.add("cleanup")
        }
    }
}

/** Emits another item when it is cancelled, which the builder `flow` would not allow. */
@OptIn(ExperimentalForInheritanceCoroutinesApi::class)
fun <T> emittingLate(item: T, late: T): Flow<T> = object : Flow<T> {
    override suspend fun collect(collector: FlowCollector<T>) {
        try {
            collector.emit(item)
        } finally {
            collector.emit(late)
        }
    }
}

fun failingInItsCleanup(item: String, failure: Throwable): Flow<String> = flow {
    try {
        emit(item)
    } finally {
        throw failure
    }
}

fun coroutineNames(): Flow<String> = flow { emit(currentCoroutineContext()[CoroutineName]?.name ?: "none") }

fun numbers(count: Int): Flow<Int> = (1..count).asFlow()

fun handler(handled: MutableList<Throwable>): CoroutineExceptionHandler =
    CoroutineExceptionHandler { _, thrown -> handled.add(thrown) }

fun <T : Any> collected(dispatcher: CoroutineDispatcher, stream: Stream<T>): Deferred<List<T>> =
    CoroutineScope(dispatcher).async(CoroutineName("outer")) { stream.asFlow().toList() }

fun <T : Any> firstOf(dispatcher: CoroutineDispatcher, stream: Stream<T>): Deferred<List<T>> =
    CoroutineScope(dispatcher).async { stream.asFlow().take(1).toList() }

fun <T : Any> failingCollector(dispatcher: CoroutineDispatcher, stream: Stream<T>, failure: Throwable): Deferred<List<T>> =
    CoroutineScope(dispatcher).async { stream.asFlow().onEach { throw failure }.toList() }

fun <T : Any> collectedTwice(dispatcher: CoroutineDispatcher, stream: Stream<T>): Deferred<List<T>> =
    CoroutineScope(dispatcher).async {
        val flow = stream.asFlow()
        flow.toList() + flow.toList()
    }
