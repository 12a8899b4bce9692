package dev.asyncfn.samples.kotlin

import dev.asyncfn.Async
import dev.asyncfn.Future

/** What the async fn awaits. */
object Directory {
    fun name(id: Int): Future<String> = Future.ready("user $id")

    fun title(name: String): Future<String> = Future.ready("${name.length} letters")
}

/** Uses the facade, which is there before this is compiled. */
fun describeAll(ids: List<Int>): List<String> = ids.map { Async.blockOn(UsersAsync.describe(it)) }
