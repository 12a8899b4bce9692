/**
 * The runtime: executors that run futures, and everything that they can wait for. Futures do nothing by themselves.
 *
 * <p>Start with {@link dev.asyncfn.executor.ThreadPool}, or {@link dev.asyncfn.executor.LocalPool} for a single thread:
 *
 * <pre>{@code
 * try (ThreadPool pool = ThreadPool.create()) {
 *     JoinHandle<String> user = pool.spawn(UsersAsync.getUser(3));
 *     System.out.println(Async.blockOn(user));
 * }
 * }</pre>
 *
 * <p>Then, as needed:
 *
 * <ul>
 *   <li>{@link dev.asyncfn.future.Futures} combines futures: join, select, race. {@link dev.asyncfn.executor.TaskScope} runs child tasks
 *       that do not outlive an await.
 *   <li>{@link dev.asyncfn.time.Sleep} and {@link dev.asyncfn.time.Timeouts} wait for time.
 *   <li>{@link dev.asyncfn.sync.Mpsc}, {@link dev.asyncfn.sync.Mutex} and the others in their package connect tasks.
 *   <li>{@link dev.asyncfn.stream.Stream} is a sequence of values over time, and {@link dev.asyncfn.net.AsyncTcpStream} a connection.
 *   <li>{@link dev.asyncfn.executor.Blocking} runs code that blocks, and {@link dev.asyncfn.interop.Interop} converts to and from the
 *       JDK's asynchronous types.
 *   <li>{@link dev.asyncfn.test.TestExecutor} tests all of this, in virtual time and in an order that a seed decides.
 * </ul>
 *
 * <p>If you know futures-rs and tokio, you will find the same things under the same names.
 */
module dev.asyncfn.runtime {
    requires transitive dev.asyncfn;
    requires static java.management; // for RunningExecutors.registerMXBean
    requires static jdk.jfr; // for recordings of tasks

    exports dev.asyncfn.executor;
    exports dev.asyncfn.future;
    exports dev.asyncfn.interop;
    exports dev.asyncfn.io;
    exports dev.asyncfn.net;
    exports dev.asyncfn.stream;
    exports dev.asyncfn.sync;
    exports dev.asyncfn.test;
    exports dev.asyncfn.time;
    exports dev.asyncfn.tls;
}
