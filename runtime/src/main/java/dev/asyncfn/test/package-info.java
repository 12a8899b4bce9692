/**
 * Tools for testing and watching futures.
 *
 * <ul>
 *   <li>{@link dev.asyncfn.test.TestExecutor}: runs tasks in an order that a seed decides, in virtual time, and finds lost wakers and
 *       deadlocks. Start here.
 *   <li>{@link dev.asyncfn.test.TaskProbe}: polls a future by hand, and counts the uses of its waker.
 *   <li>{@link dev.asyncfn.test.ManualFuture}: a leaf that the test makes ready, or lets fail.
 *   <li>{@link dev.asyncfn.test.PollTrace}: prints what happens to a future, poll by poll, in any executor, or passes it on as
 *       {@link dev.asyncfn.test.TraceEvent}s.
 * </ul>
 *
 * <p>Nothing here needs a test framework; failures are {@link java.lang.AssertionError}s. A test of an async fn:
 *
 * <pre>{@code
 * import dev.asyncfn.sync.Mpsc;
 * import dev.asyncfn.test.TestExecutor;
 * import org.junit.jupiter.api.Test;
 *
 * class PipelineTest {
 *     @Test
 *     void everyLineArrivesInWhateverOrderTheTasksRun() {
 *         TestExecutor.explore(1_000, executor -> {
 *             var channel = Mpsc.<String>bounded(2);
 *             executor.spawn("producer", PipelineAsync.produce(channel.sender(), List.of("a", "b", "c")));
 *             assertEquals(List.of("a", "b", "c"), executor.run(PipelineAsync.collect(channel.receiver())));
 *         });
 *     }
 * }
 * }</pre>
 *
 * <p>No parameter and no result in this package may be null unless its description says so; the value of a future may.
 */
package dev.asyncfn.test;
