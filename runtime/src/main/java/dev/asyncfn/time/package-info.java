/**
 * Futures of time.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.time;
