/**
 * TCP, UDP and Unix domain sockets as futures, and addresses of hosts. tokio's {@code net}.
 *
 * <p>One daemon thread, the reactor, waits for all sockets at once on a {@link java.nio.channels.Selector}. It runs no task: when a socket
 * is ready, it wakes the task that waits for it. A poll does the transfer itself, on the task's thread, and leaves its waker only if it
 * would block.
 *
 * <p>Sockets are thread-safe. In each direction, one operation at a time may wait: one task may read while another writes, but a
 * second read while one is waiting throws {@link java.nio.channels.ReadPendingException}, a second write
 * {@link java.nio.channels.WritePendingException}, and a second accept {@link java.nio.channels.AcceptPendingException}. An operation
 * starts at its first poll, and ends when it completes, throws or is dropped. Its buffer must not be touched in the meantime.
 *
 * <p>An operation on a closed socket throws {@link java.nio.channels.ClosedChannelException}, and so does one that waits when any
 * thread closes the socket. The code that opens a socket must close it; nothing else does. Interrupting the polling thread has no effect.
 *
 * <p>Polled after it has completed, thrown or been dropped, a future of this package throws {@link java.lang.IllegalStateException}. Its method
 * says what it has done if it is dropped early: most are <em>cancel-safe</em>, which means that they have then done nothing.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.net;
