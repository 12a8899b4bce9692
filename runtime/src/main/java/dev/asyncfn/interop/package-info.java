/**
 * Bridges to and from the asynchronous types of the JDK.
 *
 * <p>No parameter and no result in this package may be null unless its description says so; the value of a future may.
 */
package dev.asyncfn.interop;
