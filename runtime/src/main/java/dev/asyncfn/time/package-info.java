/**
 * Futures of time: {@link dev.asyncfn.time.Sleep}, {@link dev.asyncfn.time.Interval} and {@link dev.asyncfn.time.Timeouts}, by a
 * {@link dev.asyncfn.time.Clock}, which in tests may be a {@link dev.asyncfn.time.ManualClock}. The counterpart of {@code tokio::time}.
 *
 * <p>A point in time is a {@code long} as of {@link dev.asyncfn.time.Clock#nanoTime()}: only differences to other times of the same
 * clock mean anything, and they are right across an overflow.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.time;
