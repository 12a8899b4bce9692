@file:JvmName("Suspending")

package dev.asyncfn.bridge.kotlin

import dev.asyncfn.Future
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineName
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.cancel
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield

// Suspend functions for the tests, and coroutines that await futures.

suspend fun upper(name: String): String {
    yield()
    return name.uppercase()
}

suspend fun throwing(failure: Exception): String {
    yield()
    throw failure
}

/** Waits until it is cancelled, and then for [released]. */
suspend fun cleanedUp(log: MutableList<String>, released: Deferred<Unit>): String {
    log.add("started")
    try {
        awaitCancellation()
    } finally {
        withContext(NonCancellable) {
            released.await()
            log.add("cleanup")
        }
    }
}

suspend fun coroutineName(): String? = currentCoroutineContext()[CoroutineName]?.name

fun <T> blocking(future: Future<T>): T = runBlocking { future.await() }

fun <T> coroutine(dispatcher: CoroutineDispatcher, name: String, future: Future<T>): Deferred<T> =
    CoroutineScope(dispatcher).async(CoroutineName(name)) { future.await() }

fun <T> cancellingItself(dispatcher: CoroutineDispatcher, future: Future<T>): Deferred<T> =
    CoroutineScope(dispatcher).async {
        currentCoroutineContext().cancel()
        future.await()
    }

fun logging(dispatcher: CoroutineDispatcher, log: MutableList<String>): Deferred<Boolean> =
    CoroutineScope(dispatcher).async { log.add("another") }
