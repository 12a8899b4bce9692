/**
 * A bridge to Apache Pekko: {@link dev.asyncfn.bridge.pekko.PekkoBridge#ask} is an ask as a future, and an {@link
 * dev.asyncfn.bridge.pekko.AsyncEntity} is a persistent actor whose commands are carried out by async fns. The threads of Pekko's
 * default dispatcher refuse {@code blockOn}, with nothing to be called.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.bridge.pekko;
