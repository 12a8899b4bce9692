package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the futures around another have in common. */
class WrapperTest {
    private static final List<Function<Future<String>, Wrapper<?, String>>> ALL = List.of(
            FailingWith::new,
            Fuse::new,
            future -> new OnUndelivered<>(future, value -> {}),
            future -> new AndThen<>(future, Future::ready),
            future -> new OrElse<>(future, failure -> Future.ready("instead")));

    private final TaskProbe task = new TaskProbe();

    @Test
    void anArgumentThatIsRefusedLeavesTheFutureToOthers() {
        Future<Void> future = new YieldNow();
        assertThatNullPointerException().isThrownBy(() -> new OnUndelivered<>(future, null));
        assertThatNullPointerException().isThrownBy(() -> new AndThen<>(future, null));
        assertThatNullPointerException().isThrownBy(() -> new OrElse<>(future, null));
        OwnedFuture.claim(future, "another");
        assertThatIllegalStateException().isThrownBy(() -> new Fuse<>(future));
    }

    @Test
    void aReadyPollEndsItAndLetsGoOfTheFuture() throws Exception {
        for (Function<Future<String>, Wrapper<?, String>> made : ALL) {
            Signal<String> signal = new Signal<>();
            Wrapper<?, String> wrapper = made.apply(signal);
            assertThat(task.poll(wrapper)).isSameAs(Poll.pending());
            assertThat(wrapper.awaited()).isSameAs(signal);
            signal.complete("value");
            assertThat(task.poll(wrapper)).isEqualTo(Poll.ready("value"));
            assertThat(wrapper.state()).isEqualTo("DONE");
            assertThat(wrapper.awaited()).isNull();
            wrapper.drop();
            assertThat(signal.drops).hasValue(0);
        }
    }

    @Test
    void aDropEndsItAndDropsTheFutureOnce() throws Exception {
        for (Function<Future<String>, Wrapper<?, String>> made : ALL) {
            Signal<String> signal = new Signal<>();
            Wrapper<?, String> wrapper = made.apply(signal);
            wrapper.drop();
            wrapper.drop();
            assertThat(wrapper.pollDrop(task.context())).isEqualTo(Poll.ready(null));
            assertThat(signal.drops).hasValue(1);
            assertThat(wrapper.state()).isEqualTo("DONE");
        }
    }

    /** So that a trace still shows where it came from. */
    @Test
    void aFutureThatHasFailedIsStillShown() {
        Signal<String> signal = new Signal<>();
        IOException failure = new IOException();
        Wrapper<?, String> wrapper = new FailingWith<>(signal);
        signal.fail(failure);
        assertThatThrownBy(() -> task.poll(wrapper)).isSameAs(failure);
        assertThat(wrapper.awaited()).isSameAs(signal);
        assertThatIllegalStateException().isThrownBy(() -> task.poll(wrapper));
    }

    @Test
    void itReleasesItsValueAsTheFutureThatMadeItWould() throws Exception {
        Future<String> kept = new Future<>() {
            @Override
            public Poll<String> poll(Context cx) {
                return Poll.ready("value");
            }

            @Override
            public Undelivered<? super String> undelivered() {
                return Undelivered.keep();
            }
        };
        Wrapper<?, String> wrapper = new FailingWith<>(kept);
        assertThat(wrapper.undelivered() == Undelivered.<String>close()).isTrue();
        task.poll(wrapper);
        assertThat(wrapper.undelivered() == Undelivered.<String>keep()).isTrue();
    }
}
