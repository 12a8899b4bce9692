/**
 * Channels and locks whose operations are futures: they suspend a task where those of {@link java.util.concurrent} block a thread. The
 * counterparts of tokio's {@code sync} under the same names.
 *
 * <ul>
 *   <li>{@link dev.asyncfn.sync.Oneshot}: one value, from one sender to one receiver.
 *   <li>{@link dev.asyncfn.sync.Mpsc}: a queue from many senders to one receiver, bounded or not.
 *   <li>{@link dev.asyncfn.sync.Broadcast}: every receiver gets every value; the slow ones are told what they missed.
 *   <li>{@link dev.asyncfn.sync.Watch}: every receiver sees the newest value.
 *   <li>{@link dev.asyncfn.sync.Mutex}, {@link dev.asyncfn.sync.RwLock}, {@link dev.asyncfn.sync.Semaphore}: locks and permits, whose guards
 *       are closed by try-with-resources.
 *   <li>{@link dev.asyncfn.sync.Notify}: that something has happened.
 * </ul>
 *
 * <p>All of them are thread-safe and need no particular executor. Who waits is served in the order of the first polls. All futures are
 * cancel-safe: one that is dropped, polled or not, leaves the line, and what it was granted already goes to the next. None does anything
 * before its first poll, and polling one again after it has completed or was dropped is an {@link java.lang.IllegalStateException}. A future
 * that waits must be driven or dropped: left alone it keeps its place in the line, and perhaps a lock.
 *
 * <p>Four ways to say that something did not happen:
 *
 * <ul>
 *   <li>A stream of values has come to its end: an empty {@link java.util.Optional}, as it is an outcome like any other for who receives.
 *   <li>It cannot happen any more: the unchecked {@link dev.asyncfn.sync.ClosedException}, since who sends or waits would overlook a result.
 *       If a value was to be sent it is a {@link dev.asyncfn.sync.SendException}, which gives the value back.
 *   <li>It happened too late: {@link dev.asyncfn.sync.LaggedException}.
 *   <li>Not now: the {@code try} methods, which never wait, give false or an empty {@link java.util.Optional}, or a
 *       {@link dev.asyncfn.sync.TryRecv} where not now and never again differ.
 * </ul>
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.sync;
