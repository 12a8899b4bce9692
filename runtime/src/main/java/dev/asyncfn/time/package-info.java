/**
 * Futures that wait for time: {@link dev.asyncfn.time.Sleep}, {@link dev.asyncfn.time.Interval} and {@link dev.asyncfn.time.Timeouts}, driven by a
 * {@link dev.asyncfn.time.Clock}, which may be a {@link dev.asyncfn.time.ManualClock} in tests. The counterpart of {@code tokio::time}.
 *
 * <p>A point in time is a {@code long} as of {@link dev.asyncfn.time.Clock#nanoTime()}: only differences between times of the same
 * clock are meaningful, and they are correct across an overflow.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.time;
