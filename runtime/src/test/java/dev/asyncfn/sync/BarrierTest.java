package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarrierTest {
    private final Barrier barrier = new Barrier(2);
    private final TaskProbe task = new TaskProbe();

    @Test
    void theLastToArriveLetsAllGoOnAndTheBarrierIsAsNew() throws Exception {
        for (int round = 0; round < 3; round++) {
            TaskProbe first = new TaskProbe();
            Future<Boolean> waiting = barrier.arrive();
            assertThat(first.poll(waiting)).isSameAs(Poll.pending());
            assertThat(task.poll(barrier.arrive())).isEqualTo(Poll.ready(true));
            assertThat(first.wakes()).isOne();
            assertThat(first.poll(waiting)).isEqualTo(Poll.ready(false));
            assertThat(first.held()).isZero();
        }
    }

    @Test
    void oneThatIsDroppedHasNotArrived() throws Exception {
        Future<Boolean> dropped = barrier.arrive();
        task.poll(dropped);
        dropped.drop();
        Future<Boolean> waiting = barrier.arrive();
        assertThat(task.poll(waiting)).isSameAs(Poll.pending());
        assertThat(new TaskProbe().poll(barrier.arrive())).isEqualTo(Poll.ready(true));
        assertThat(task.poll(waiting)).isEqualTo(Poll.ready(false));
    }

    @Test
    void theOthersGoOnEvenIfTheLastIsDroppedBeforeItIsReady() throws Exception {
        Future<Boolean> waiting = barrier.arrive();
        task.poll(waiting);
        Future<Boolean> last = barrier.arrive();
        dev.asyncfn.Context spent = dev.asyncfn.Context.withBudget(new TaskProbe().waker(), 1);
        assertThat(spent.proceed()).isTrue();
        assertThat(last.poll(spent)).isSameAs(Poll.pending()); // it has arrived, and has to yield
        last.drop();
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(waiting)).isEqualTo(Poll.ready(false));
    }

    @Test
    void aBarrierForOneWaitsForNobody() throws Exception {
        assertThat(task.poll(new Barrier(1).arrive())).isEqualTo(Poll.ready(true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Barrier(0));
    }

    @Test
    void inEveryOrderNobodyPassesBeforeAllHaveArrivedAndOneOfEachRoundWasTheLast() {
        TestExecutor.explore(200, executor -> {
            Barrier three = new Barrier(3);
            int[] arrived = {0};
            int[] lasts = {0};
            List<JoinHandle<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                tasks.add(executor.spawn(Futures.andThen(Futures.yieldNow(), begun -> {
                    arrived[0]++;
                    return Futures.andThen(three.arrive(), last -> {
                        assertThat(arrived[0]).isGreaterThanOrEqualTo(3);
                        lasts[0] += last ? 1 : 0;
                        arrived[0]++;
                        return Futures.map(three.arrive(), again -> {
                            assertThat(arrived[0]).isEqualTo(6);
                            lasts[0] += again ? 1 : 0;
                            return null;
                        });
                    });
                })));
            }
            JoinHandle<Boolean> abandoned = executor.spawn(Futures.race(Future.ready(false), three.arrive()));
            executor.run(Futures.joinAll(tasks));
            executor.run(abandoned);
            assertThat(lasts[0]).isEqualTo(2);
        });
    }
}
