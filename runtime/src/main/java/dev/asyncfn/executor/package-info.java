/**
 * Executors: what polls the root of each tree of futures, the task, whenever it was woken.
 *
 * <p>All of them keep the same contract. A task is polled by one thread at a time. Wakes coalesce, and a wake during a poll leads to
 * another poll. A future that was spawned is dropped exactly once, when it completes, throws, is aborted, or its executor is closed,
 * and before the {@link dev.asyncfn.executor.JoinHandle} shows an outcome. Each poll has a {@linkplain dev.asyncfn.Context#proceed()
 * budget}, so that one busy task does not keep the others waiting.
 *
 * <p>No parameter and no result in this package may be null unless its description says so; the value of a future may.
 */
package dev.asyncfn.executor;
