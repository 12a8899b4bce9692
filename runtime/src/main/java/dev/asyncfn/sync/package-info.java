/**
 * Channels and locks whose operations are futures: they suspend a task where those of {@link java.util.concurrent} block a thread. The
 * counterparts of tokio's {@code sync} under the same names.
 *
 * <ul>
 *   <li>{@link dev.asyncfn.sync.Oneshot}: one value, from one sender to one receiver.
 *   <li>{@link dev.asyncfn.sync.Mpsc}: a queue from many senders to one receiver, bounded or not.
 *   <li>{@link dev.asyncfn.sync.Broadcast}: every receiver gets every value; a slow one learns how many it missed.
 *   <li>{@link dev.asyncfn.sync.Watch}: every receiver sees the newest value.
 *   <li>{@link dev.asyncfn.sync.Mutex}, {@link dev.asyncfn.sync.RwLock}, {@link dev.asyncfn.sync.Semaphore}: locks and permits, whose guards
 *       are closed by try-with-resources.
 *   <li>{@link dev.asyncfn.sync.Notify}: reports that something has happened. {@link dev.asyncfn.sync.Barrier}: tasks wait for each other.
 *   <li>{@link dev.asyncfn.sync.OnceCell}: a value that is made once. {@link dev.asyncfn.sync.RateLimiter}: so many in so much time.
 * </ul>
 *
 * <p>All of them are thread-safe and need no particular executor. Waiting futures are served in the order of their first polls; only
 * several tasks with one receiver of a channel may overtake each other, as a value is not kept for the one that it wakes. All futures
 * are cancel-safe: a future that is dropped, polled or not, leaves the line, and passes on what it was already granted. None does
 * anything before its first poll, and polling one again after it has completed or was dropped throws
 * {@link java.lang.IllegalStateException}. A waiting future must be driven or dropped: left idle, it keeps its place in the line, and
 * perhaps a lock.
 *
 * <p>A value that was sent but is not received is released: see {@link dev.asyncfn.Undelivered}. {@link dev.asyncfn.sync.Oneshot} and
 * {@link dev.asyncfn.sync.Mpsc} take a hook for it; {@link dev.asyncfn.sync.Broadcast} and {@link dev.asyncfn.sync.Watch} share their values,
 * and release none. Guards and permits are closed, so that no lock stays held.
 *
 * <p>There are four ways to report that something did not happen:
 *
 * <ul>
 *   <li>The end of a stream of values: an empty {@link java.util.Optional}, because it is an ordinary outcome for a receiver.
 *   <li>It cannot happen any more: the unchecked {@link dev.asyncfn.sync.ClosedException}, because a sender or waiter would overlook a
 *       result. If a value was to be sent, it is a {@link dev.asyncfn.sync.SendException}, which returns the value.
 *   <li>It happened too late: {@link dev.asyncfn.sync.LaggedException}.
 *   <li>Not now: the {@code try} methods, which never wait, return false or an empty {@link java.util.Optional}, or a
 *       {@link dev.asyncfn.sync.TryRecv} where "not now" and "never again" differ.
 * </ul>
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.sync;
