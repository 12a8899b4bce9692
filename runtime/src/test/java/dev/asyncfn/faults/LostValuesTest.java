package dev.asyncfn.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.JoinSet;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.TaskContext;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Channel;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values, and futures, for which something around them fails. */
@Tag("one-jdk")
class LostValuesTest {
    private final TaskProbe task = new TaskProbe();
    private final Closable value = new Closable();
    private final Within within = new Within();
    private final List<String> hooked = new ArrayList<>();
    /** What the context of a task throws: when it is entered, and when it is left. */
    private Exception ofEnter;

    private Exception ofLeave;

    private TaskContext context() {
        return () -> {
            if (ofEnter != null) {
                throw ofEnter;
            }
            return () -> {
                if (ofLeave != null) {
                    throw ofLeave;
                }
            };
        };
    }

    private final LocalPool pool = LocalPool.builder()
            .aroundPoll(this::context)
            .uncaughtTaskHandler(failure -> {})
            .build();

    @Test
    void aSendOnASenderThatIsClosedReleasesItsValue() {
        Channel<Mpsc.Sender<String>, Mpsc.Receiver<String>> channel = Mpsc.bounded(1, hooked::add);
        Future<Void> before = channel.sender().send("before");
        channel.sender().close();
        assertThatIllegalStateException().isThrownBy(() -> task.poll(before));
        assertThatIllegalStateException()
                .isThrownBy(() -> task.poll(channel.sender().send("after")));
        assertThat(hooked).containsExactly("before", "after");
    }

    @Test
    void aContextThatCannotBeLeftReleasesTheValueOfThePoll() {
        ofLeave = new IOException("left");
        JoinHandle<Closable> handle = pool.spawn(Future.ready(value));
        pool.runUntilStalled();
        assertThatThrownBy(() -> task.poll(handle))
                .isInstanceOf(JoinException.class)
                .hasCause(ofLeave);
        assertThat(value.closes).isOne();
    }

    @Test
    void aContextThatCannotBeLeftEndsACleanupThatWaits() {
        within.cleanupPolls = 3;
        JoinHandle<String> handle = pool.spawn(within);
        pool.runUntilStalled();
        ofLeave = new IOException("left");
        assertAbortEndsIt(handle);
    }

    @Test
    void aContextThatCannotBeEnteredForACleanupDropsTheFuture() {
        JoinHandle<String> handle = pool.spawn(within);
        pool.runUntilStalled();
        ofEnter = new IOException("entered");
        assertAbortEndsIt(handle);
    }

    private void assertAbortEndsIt(JoinHandle<String> handle) {
        handle.abort();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isTrue();
        assertThat(within.drops).isOne();
    }

    @Test
    void aContextMayThrowWhatThePollHasThrown() {
        ofLeave = new IOException("both");
        JoinHandle<Object> handle = pool.spawn(Future.failed(ofLeave));
        pool.runUntilStalled();
        assertThatThrownBy(() -> task.poll(handle))
                .isInstanceOf(JoinException.class)
                .hasCause(ofLeave);
    }

    /** The value of a child belongs to the scope that has failed; the set forgets the task all the same. */
    @Test
    void aSetForgetsATaskWhoseValueItsScopeHasReleased() {
        List<JoinSet<Closable>> sets = new ArrayList<>();
        Future<Object> scope = TaskScope.run(pool, children -> {
            JoinSet<Closable> set = new JoinSet<>(children);
            sets.add(set);
            set.spawn(Future.ready(value));
            return Futures.andThen(Futures.yieldNow(), nothing -> Future.failed(new IOException("scope")));
        });
        assertThatThrownBy(() -> pool.runUntil(scope)).hasMessage("scope");
        assertThat(value.closes).isOne();
        JoinSet<Closable> set = sets.get(0);
        assertThatIllegalStateException().isThrownBy(() -> task.poll(set.joinNext()));
        assertThat(set.isEmpty()).isTrue();
        assertThat(pool.runUntil(set.joinNext())).isNull();
    }

    /** Its body may do so by a handle that it has kept. */
    @Test
    void aScopeThatItsBodyDropsReleasesWhatTheBodyIsReadyWith() {
        Future<?>[] scope = new Future<?>[1];
        scope[0] = TaskScope.run(
                pool,
                children -> Futures.pollFn(cx -> {
                    scope[0].drop();
                    return Poll.ready(value);
                }));
        assertThatIllegalStateException()
                .isThrownBy(() -> task.poll(scope[0]))
                .withMessage("dropped during its own poll");
        assertThat(value.closes).isOne();
    }
}
