package dev.asyncfn.undelivered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Signal;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.undelivered.Holders.Holder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that was delivered to one of these, and cannot be handed on, is released, exactly once. */
@Tag("one-jdk")
class UndeliveredTest {
    private final TaskProbe task = new TaskProbe();
    private final Signal<Resource> first = new Signal<>();
    private final Signal<Resource> second = new Signal<>();
    private final Resource one = new Resource();
    private final Resource other = new Resource();

    static java.util.stream.Stream<Holder> holders() {
        return Holders.all();
    }

    static java.util.stream.Stream<Holder> failing() {
        return Holders.all().filter(Holder::failsAtOnce);
    }

    /** The second future is pending, the first has been taken. */
    private Future<?> holding(Holder holder) throws Exception {
        Future<?> future = holder.over(first, second);
        assertThat(task.poll(future)).isSameAs(Poll.pending());
        first.complete(one);
        assertThat(task.poll(future)).isSameAs(Poll.pending());
        return future;
    }

    @ParameterizedTest
    @MethodSource("holders")
    void isClosedByTheDrop(Holder holder) throws Exception {
        Future<?> future = holding(holder);
        assertThat(one.closes()).isZero();
        future.drop();
        assertThat(one.closes()).isOne();
        future.drop();
        assertThat(one.closes()).isOne();
        if (!holder.name().equals("sendAll")) { // which borrows its sink
            assertThat(second.drops).hasPositiveValue();
            assertThat(task.held()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("holders")
    void isClosedByADropThatTakesItsTime(Holder holder) throws Exception {
        Future<?> future = holding(holder);
        Poll<Void> dropped = future.pollDrop(task.context());
        for (int i = 0; i < 3 && dropped.isPending(); i++) {
            dropped = future.pollDrop(task.context());
        }
        assertThat(dropped.isReady()).isTrue();
        assertThat(one.closes()).isOne();
        future.drop();
        assertThat(one.closes()).isOne();
    }

    @ParameterizedTest
    @MethodSource("holders")
    void isClosedByTheDropAlsoIfItCameInTheFirstPoll(Holder holder) throws Exception {
        first.complete(one);
        Future<?> future = holder.over(first, second);
        assertThat(task.poll(future)).isSameAs(Poll.pending());
        assertThat(one.closes()).isZero();
        future.drop();
        assertThat(one.closes()).isOne();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void isClosedByAFailureOfTheOther(Holder holder) throws Exception {
        IOException failure = new IOException("of the second");
        Future<?> future = holding(holder);
        second.fail(failure);
        assertThat(catchThrowable(() -> task.poll(future))).isSameAs(failure).hasNoSuppressedExceptions();
        assertThat(one.closes()).isOne();
        future.drop();
        assertThat(one.closes()).isOne();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void isClosedByAFailureInTheSamePoll(Holder holder) throws Exception {
        IOException failure = new IOException("of the second");
        Future<?> future = holder.over(first, second);
        assertThat(task.poll(future)).isSameAs(Poll.pending());
        first.complete(one);
        second.fail(failure);
        Throwable thrown = catchThrowable(() -> task.poll(future));
        assertThat(thrown).isSameAs(failure);
        future.drop();
        assertThat(one.closes() == 1 || first.drops.get() == 1)
                .as("closed, or never taken")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("holders")
    void isNotClosedOnceItIsHandedOn(Holder holder) throws Exception {
        Future<?> future = holding(holder);
        second.complete(other);
        assertThat(task.poll(future).isReady()).isTrue();
        future.drop();
        assertThat(one.closes()).isZero();
        assertThat(other.closes()).isZero();
    }

    @ParameterizedTest
    @MethodSource("holders")
    void beforeTheFirstPollNothingWasDelivered(Holder holder) {
        first.complete(one);
        second.complete(other);
        holder.over(first, second).drop();
        if (holder.name().equals("the handle of a task")) {
            return; // its executor polls without it
        }
        assertThat(one.closes()).isZero();
        assertThat(other.closes()).isZero();
    }

    @ParameterizedTest
    @MethodSource("holders")
    void anExceptionOfTheCloseIsThrownByTheDrop(Holder holder) throws Exception {
        IOException ofClose = new IOException("of the close");
        Resource broken = new Resource(ofClose);
        first.complete(broken);
        Future<?> future = holder.over(first, second);
        task.poll(future);
        if (reportsToHandler(holder)) {
            return; // by a thread of the executor, which has a handler: see TaskValueTest
        }
        assertThat(catchThrowable(future::drop)).isSameAs(ofClose);
        assertThat(broken.closes()).isOne();
        if (!holder.name().equals("sendAll")) {
            assertThat(second.drops).as("the others are dropped nevertheless").hasPositiveValue();
        }
    }

    private static boolean reportsToHandler(Holder holder) {
        return holder.name().equals("buffered tasks") || holder.name().equals("a child of a scope");
    }

    @ParameterizedTest
    @MethodSource("failing")
    void anExceptionOfTheCloseIsSuppressedInTheFailure(Holder holder) throws Exception {
        IOException ofClose = new IOException("of the close");
        IOException failure = new IOException("of the second");
        first.complete(new Resource(ofClose));
        Future<?> future = holder.over(first, second);
        task.poll(future);
        second.fail(failure);
        Throwable thrown = catchThrowable(() -> task.poll(future));
        assertThat(thrown).isSameAs(failure);
        if (!holder.name().equals("buffered tasks")) {
            assertThat(thrown.getSuppressed()).containsExactly(ofClose);
        }
    }

    @ParameterizedTest
    @MethodSource("holders")
    void goesToTheHookInsteadIfThereIsOne(Holder holder) throws Exception {
        if (hasAnotherValue(holder)) {
            return;
        }
        List<Resource> heard = new ArrayList<>();
        Future<?> future = holder.over(Futures.onUndelivered(first, heard::add), second);
        first.complete(one);
        task.poll(future);
        assertThat(heard).isEmpty();
        future.drop();
        future.drop();
        assertThat(heard).containsExactly(one);
        assertThat(one.closes()).isZero();
    }

    /** Whether a function of the user has made another value of it. */
    private static boolean hasAnotherValue(Holder holder) {
        return holder.name().startsWith("map ") || holder.name().equals("a future by hand");
    }

    @ParameterizedTest
    @MethodSource("holders")
    void whatItIsReadyWithCanBeReleasedByItsOwner(Holder holder) throws Exception {
        Future<?> future = holding(holder);
        second.complete(other);
        Poll<?> poll = task.poll(future);
        release(future, poll);
        boolean hasFirst = !endsWithoutValues(holder) && !holder.name().equals("a child of a scope");
        boolean hasSecond = !endsWithoutValues(holder) && !holder.name().equals("the value of a scope's body");
        assertThat(one.closes()).isEqualTo(hasFirst ? 1 : 0);
        assertThat(other.closes()).isEqualTo(hasSecond ? 1 : 0);
    }

    /** The sinks have taken the items; the value of a shared future has other owners. */
    private static boolean endsWithoutValues(Holder holder) {
        return holder.name().equals("forward")
                || holder.name().equals("sendAll")
                || holder.name().equals("shared");
    }

    @SuppressWarnings("unchecked") // the value is that of the future
    private static void release(Future<?> future, Poll<?> poll) throws Exception {
        ((Undelivered<Object>) future.undelivered()).release(((Poll.Ready<?>) poll).value());
    }

    @ParameterizedTest
    @MethodSource("holders")
    void isReleasedByEachHolderAroundIt(Holder holder) throws Exception {
        if (endsWithoutValues(holder) || holder.name().equals("a child of a scope")) {
            return;
        }
        Signal<Resource> last = new Signal<>();
        Future<?> inner = holder.over(first, second);
        Future<?> future = Futures.join(inner, last);
        first.complete(one);
        task.poll(future);
        second.complete(other);
        task.poll(future);
        assertThat(one.closes()).isZero();
        future.drop();
        assertThat(one.closes()).isOne();
    }
}
