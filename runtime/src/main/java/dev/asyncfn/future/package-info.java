/**
 * Futures made of other futures, and what a leaf future is made with.
 *
 * <p>A future that is given to a combinator belongs to it, and is polled and dropped by it alone, unless the method says otherwise. As
 * everywhere, a combinator does nothing until it is polled, and must not be polled again after it has completed or thrown.
 *
 * <p>No parameter and no result in this package may be null unless its description says so; the value of a future may.
 */
package dev.asyncfn.future;
