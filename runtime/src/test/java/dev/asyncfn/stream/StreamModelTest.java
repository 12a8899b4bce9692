package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Channel;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.test.TestExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Streams under many schedules, each of which a seed decides: what channels give is merged, buffered, and sent through a publisher. No item
 * is lost or doubled, each source keeps its order, every poll that is pending has kept its waker, and in the end none is held.
 * {@code runtime/PROOFS.md} has the command of the long form.
 */
class StreamModelTest {
    private static final int SCHEDULES = Integer.getInteger("model.schedules", 500);
    private static final int ITEMS = 8;

    /** One run: its tasks, and the receivers that they read from. */
    private static final class Scene {
        final TestExecutor executor;
        final Random random;
        final List<Mpsc.Receiver<Integer>> receivers = new ArrayList<>();
        final List<JoinHandle<Void>> producers = new ArrayList<>();

        Scene(TestExecutor executor) {
            this.executor = executor;
            this.random = new Random(executor.seed());
        }

        /** The items of some producers, each a number below {@code ITEMS} plus a multiple of it that tells whose it is. */
        Stream<Integer> merged() {
            int count = 1 + random.nextInt(3);
            List<Stream<Integer>> streams = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Channel<Mpsc.Sender<Integer>, Mpsc.Receiver<Integer>> channel = Mpsc.bounded(1 + random.nextInt(3));
                producers.add(executor.spawn("producer " + i, produce(channel.sender(), i * ITEMS)));
                receivers.add(channel.receiver());
                streams.add(Streams.generate(channel.receiver()::recv));
            }
            return Streams.merge(streams);
        }

        private static Future<Void> produce(Mpsc.Sender<Integer> sender, int from) {
            Stream<Integer> numbers = Streams.fromIterable(
                    () -> IntStream.range(from, from + ITEMS).iterator());
            Future<Void> sent = Futures.orElse(numbers.forEachAsync(sender::send), closed -> Future.ready(null));
            return Futures.map(sent, nothing -> {
                sender.close();
                return null;
            });
        }

        /** The same items, in the order in which they were merged, or not. */
        Stream<Integer> pipeline(boolean ordered) {
            int limit = 1 + random.nextInt(4);
            Spawner spawner = executor;
            Stream<Integer> merged = merged();
            Stream<Integer> buffered = switch (random.nextInt(2) + (ordered ? 0 : 2)) {
                case 0 -> merged.buffered(limit, Scene::later);
                case 1 -> merged.buffered(limit, spawner, Scene::later);
                case 2 -> merged.bufferUnordered(limit, Scene::later);
                default -> merged.bufferUnordered(limit, spawner, Scene::later);
            };
            return Streams.fromPublisher(buffered.toPublisher(executor), 1 + random.nextInt(4));
        }

        private static Future<Integer> later(int item) {
            Future<Integer> future = Futures.map(Futures.yieldNow(), nothing -> item);
            return item % 2 == 0
                    ? future
                    : Futures.andThen(future, value -> Futures.map(Futures.yieldNow(), n -> value));
        }

        List<Integer> all() {
            return IntStream.range(0, receivers.size() * ITEMS).boxed().toList();
        }

        void end() {
            receivers.forEach(Mpsc.Receiver::close);
            executor.run(Futures.joinAll(producers));
            executor.runUntilStalled();
            receivers.forEach(Mpsc.Receiver::drop);
            assertThat(executor.size()).as("tasks that are left").isZero();
            assertThat(executor.held()).as("wakers that are still held").isZero();
        }
    }

    @Test
    void noItemIsLostOrDoubled() {
        TestExecutor.explore(SCHEDULES, executor -> {
            Scene scene = new Scene(executor);
            List<Integer> items = executor.run(scene.pipeline(false).toList());
            assertThat(items).containsExactlyInAnyOrderElementsOf(scene.all());
            scene.end();
        });
    }

    @Test
    void eachSourceKeepsItsOrder() {
        TestExecutor.explore(SCHEDULES, executor -> {
            Scene scene = new Scene(executor);
            List<Integer> items = executor.run(scene.pipeline(true).toList());
            assertThat(items).hasSize(scene.all().size());
            for (int i = 0; i < scene.receivers.size(); i++) {
                int source = i;
                assertThat(items.stream().filter(item -> item / ITEMS == source))
                        .isSorted()
                        .hasSize(ITEMS);
            }
            scene.end();
        });
    }

    @Test
    void aStreamThatIsDroppedHalfWayLeavesNothingBehind() {
        TestExecutor.explore(SCHEDULES, executor -> {
            Scene scene = new Scene(executor);
            int some = scene.random.nextInt(ITEMS);
            List<Integer> items = executor.run(scene.pipeline(false).take(some).toList());
            assertThat(items).hasSize(some).doesNotHaveDuplicates();
            scene.end();
        });
    }

    @Test
    void aFailureOfOneItemEndsItAllAndLeavesNothingBehind() {
        TestExecutor.explore(SCHEDULES, executor -> {
            Scene scene = new Scene(executor);
            IllegalStateException failure = new IllegalStateException("of one");
            int bad = scene.random.nextInt(ITEMS);
            Stream<Integer> failing = scene.merged()
                    .buffered(3, executor, item -> item == bad ? Future.failed(failure) : Scene.later(item));
            Future<Throwable> outcome = Futures.orElse(
                    Futures.map(
                            Streams.<Integer>fromPublisher(failing.toPublisher(executor))
                                    .count(),
                            count -> null),
                    Future::ready);
            assertThat(executor.run(outcome)).isSameAs(failure);
            scene.end();
        });
    }
}
