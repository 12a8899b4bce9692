package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.ChildJvm;
import dev.asyncfn.test.TaskProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds something is made before that is taken, so that a moment without memory loses nothing. */
class TakenWithoutMemoryTest {
    @Test
    void nothingIsLostInAFullHeap() throws Exception {
        String output = ChildJvm.run(TakenWithoutMemory.class, List.of("-Xmx8m", "-XX:+UseSerialGC"));
        assertThat(output).isEqualTo("done" + System.lineSeparator() + "exit 0");
    }

    private static final class WithoutMemory extends AcquireGuard<String> {
        private final Permits permits;

        WithoutMemory(Permits permits) {
            this.permits = permits;
        }

        @Override
        Permits permits() {
            return permits;
        }

        @Override
        int count() {
            return 1;
        }

        @Override
        String guard() {
            throw new OutOfMemoryError("as if");
        }

        @Override
        String name() {
            return "without memory";
        }
    }

    @Test
    void permitsThatWereGrantedInTheLineGoToTheNextIfThereIsNoMemoryForAGuard() throws Exception {
        Permits permits = new Permits(0);
        TaskProbe first = new TaskProbe();
        TaskProbe second = new TaskProbe();
        WithoutMemory guarded = new WithoutMemory(permits);
        WithoutMemory next = new WithoutMemory(permits);
        first.poll(guarded);
        second.poll(next);
        permits.give(1);
        assertThatThrownBy(() -> first.poll(guarded)).isInstanceOf(OutOfMemoryError.class);
        assertThat(second.takeWoken()).isTrue();
        next.drop();
        assertThat(permits.available()).isOne();
    }

    @Test
    void freePermitsStayFree() {
        Permits permits = new Permits(1);
        assertThatThrownBy(() -> new WithoutMemory(permits).poll(Context.fromWaker(Waker.noop())))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(permits.available()).isOne();
    }

    @Test
    void aTurnThatWasGrantedGoesToTheNext() throws Exception {
        Ownership ownership = new Ownership();
        long turn = ownership.free();
        ownership.take(turn);
        TaskProbe task = new TaskProbe();
        Ownership.Request<String> waiting = new Ownership.Request<>() {
            @Override
            Ownership ownership() {
                return ownership;
            }

            @Override
            String guard(long granted) {
                throw new OutOfMemoryError("as if");
            }

            @Override
            String name() {
                return "without memory";
            }
        };
        assertThat(task.poll(waiting)).isSameAs(Poll.pending());
        ownership.give(turn);
        assertThatThrownBy(() -> task.poll(waiting)).isInstanceOf(OutOfMemoryError.class);
        assertThat(ownership.free()).isNotNegative();
    }
}
