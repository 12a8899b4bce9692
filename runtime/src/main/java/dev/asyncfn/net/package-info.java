/**
 * TCP and UDP sockets as futures. tokio's {@code net}.
 *
 * <p>One daemon thread, the reactor, waits for all sockets at once on a {@link java.nio.channels.Selector}. It runs no task: when a socket
 * is ready it wakes who waits for it. A poll does the transfer itself, in the task's thread, and leaves its waker only if it would block.
 *
 * <p>Sockets are thread-safe. In each direction, one operation at a time may wait: to read in one task and write in another is fine, but a
 * second read while one is waiting throws {@link java.nio.channels.ReadPendingException}, a second write
 * {@link java.nio.channels.WritePendingException}, and a second accept {@link java.nio.channels.AcceptPendingException}. Such an operation
 * begins at its first poll, and ends when it completes, throws or is dropped. Its buffer is to be left alone meanwhile.
 *
 * <p>An operation on a closed socket throws {@link java.nio.channels.ClosedChannelException}, and so does one that waits when the socket is
 * closed, by whichever thread. Who opens a socket closes it; nothing else does. An interrupt of the polling thread does not matter here.
 *
 * <p>Polled after it has completed, thrown or been dropped, a future of this package throws {@link java.lang.IllegalStateException}. Its method
 * says what it has done when it is dropped early: most are <em>cancel-safe</em>, which is to say that they have done nothing then.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.net;
