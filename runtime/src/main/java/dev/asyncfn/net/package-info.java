/**
 * TCP, UDP and Unix domain sockets as futures, and addresses of hosts. tokio's {@code net}.
 *
 * <p>One {@link java.nio.channels.Selector} waits for all sockets at once. A poll does the transfer itself, on the task's thread, and leaves its
 * waker only if it would block. Who waits on the selector:
 *
 * <ul>
 *   <li>An idle thread of an executor, that is, one of a {@code ThreadPool} with threads of its own or one that waits in a {@code LocalPool}, instead
 *       of being parked. One thread at a time does; the other idle ones are parked. So the task of a socket that becomes ready
 *       mostly goes on in the thread that has waited for it. Whatever wakes an idle thread ends this wait as well.
 *   <li>A busy thread of such an executor looks at it after every 61 polls, without waiting.
 *   <li>Otherwise a daemon thread, the reactor: if there is no such executor, or if its threads are virtual, or none of them has been at the
 *       selector for some milliseconds, because they all compute or block.
 * </ul>
 *
 * <p>Whoever waits runs no task, but wakes each that waits for a socket that is ready. So the wakers are called by threads of any executor; a waker
 * written by hand must neither block nor need a certain thread. What a waker throws goes to the thread's uncaught exception handler.
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
