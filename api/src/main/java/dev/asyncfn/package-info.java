/**
 * async/await for Java, by source generation, with Rust's model.
 *
 * <p>Annotate a method with {@link dev.asyncfn.AsyncFn @AsyncFn}, and write
 * {@link dev.asyncfn.Async#await(dev.asyncfn.Future) await} wherever it has to wait:
 *
 * <pre>{@code
 * final class Users {
 *     @AsyncFn
 *     static String getUser(int id) {
 *         String resp = await(readData(id));
 *         return "user " + id + ": " + resp;
 *     }
 * }
 * }</pre>
 *
 * <p>The annotation processor generates {@code UsersAsync}, with a factory for the future of this method. It can be awaited in
 * another async fn, spawned on an executor, or run to its end by the calling thread:
 *
 * <pre>{@code
 * Future<String> future = UsersAsync.getUser(3); // nothing has run yet
 * String user = Async.blockOn(future);
 * }</pre>
 *
 * <p>{@link dev.asyncfn.Async#async(dev.asyncfn.AsyncBlock) async} makes a future of a lambda's body, in an async fn.
 *
 * <p>To see how it works, read in this order:
 *
 * <ol>
 *   <li>{@link dev.asyncfn.Future}: does nothing until it is polled, and a poll never blocks.
 *   <li>{@link dev.asyncfn.Poll}: the result of a poll, ready with the value, or pending.
 *   <li>{@link dev.asyncfn.Waker}: by which a pending future has its task polled again; each poll gets one in its
 *       {@link dev.asyncfn.Context}.
 *   <li>{@link dev.asyncfn.StateMachine}: the base of every generated future, and {@link dev.asyncfn.GuardedStateMachine} for
 *       bodies that await inside {@code try}.
 *   <li>{@link dev.asyncfn.TryFuture}: a future that names its checked exception.
 *   <li>{@link dev.asyncfn.OwnedFuture}: a future that refuses a second owner, and {@link dev.asyncfn.RepeatableFuture}: one that has
 *       none.
 *   <li>{@link dev.asyncfn.Undelivered}: the end of a value that its owner can no longer hand on.
 *   <li>{@link dev.asyncfn.SharedFailure}: an exception that several are thrown.
 *   <li>{@link dev.asyncfn.AsyncTable}: how the future of an async fn that can be overridden is found.
 * </ol>
 *
 * <p>{@link dev.asyncfn.Wake}, {@link dev.asyncfn.RawWakerVTable} and {@link dev.asyncfn.Enter} are for writing executors, and
 * {@link dev.asyncfn.Traced} for showing what a task is waiting for. {@link dev.asyncfn.AwaitVia} and {@link dev.asyncfn.BlockingGuard} are
 * for bridges to other libraries.
 *
 * <p>No parameter and no result in this package may be null unless its description says so; the value of a future may.
 */
package dev.asyncfn;
