/**
 * A bridge to BlockHound: with this on the class path, its agent throws where a task blocks the thread that polls it. There is nothing to be
 * called.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.bridge.blockhound;
