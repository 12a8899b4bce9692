/**
 * Futures made of other futures, and the parts for writing leaf futures. The counterpart of {@code futures::future}.
 *
 * <ul>
 *   <li>{@link dev.asyncfn.future.Futures}: one future from several, such as join, select and race, or from one, such as map and
 *       timeout. Their results: {@link dev.asyncfn.future.Pair}, {@link dev.asyncfn.future.Triple},
 *       {@link dev.asyncfn.future.Quadruple}, {@link dev.asyncfn.future.Either}, {@link dev.asyncfn.future.Selected}
 *   <li>{@link dev.asyncfn.future.FuturesUnordered}: a set to which futures are added while it is polled
 *   <li>{@link dev.asyncfn.future.Shared}: a future with several owners
 *   <li>{@link dev.asyncfn.future.Fuse}: a future that may be polled after its end
 *   <li>{@link dev.asyncfn.future.AtomicWaker}: the place where a leaf keeps its waker
 * </ul>
 *
 * <p>A future that is passed to a combinator belongs to it, and only the combinator polls and drops it, unless the method says otherwise.
 * Like every future, a combinator does nothing until it is polled, and must not be polled again after it has completed or thrown.
 *
 * <p>No parameter and no result in this package may be null unless its description says so; the value of a future may.
 */
package dev.asyncfn.future;
