package dev.asyncfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PollTest {
    @Test
    void pendingIsOneObject() {
        Poll<String> one = Poll.pending();
        Poll<Integer> other = Poll.pending();
        assertThat((Object) one).isSameAs(other);
        assertThat(one.isReady()).isFalse();
        assertThat(one.isPending()).isTrue();
        assertThat(one).hasToString("Pending");
    }

    /** So {@code polled == Poll.pending()} is right for every future, whoever wrote it. */
    @Test
    void nobodyCanMakeAnotherPending() {
        assertThat(Poll.class.getPermittedSubclasses()).containsExactlyInAnyOrder(Poll.Ready.class, Poll.Pending.class);
        assertThat(Modifier.isFinal(Poll.Pending.class.getModifiers())).isTrue();
        assertThat(Poll.Pending.class.getDeclaredConstructors())
                .allMatch(constructor -> Modifier.isPrivate(constructor.getModifiers()));
        assertThat(Poll.pending()).isNotInstanceOf(Serializable.class).isNotInstanceOf(Cloneable.class);
    }

    @Test
    void readyHoldsItsValueWhichMayBeNull() {
        assertThat(Poll.ready("value") instanceof Poll.Ready<?> ready ? ready.value() : "pending")
                .isEqualTo("value");
        assertThat(Poll.ready(null)).isEqualTo(Poll.ready(null)).isNotEqualTo(Poll.pending());
        assertThat(Poll.ready(null).isReady()).isTrue();
        assertThat(Poll.ready(null).isPending()).isFalse();
    }

    @Test
    void mapAppliesToReadyOnly() {
        assertThat(Poll.ready("four").map(String::length)).isEqualTo(Poll.ready(4));
        Poll<String> pending = Poll.pending();
        assertThat(pending.map(String::length)).isSameAs(Poll.pending());
        Function<String, String> none = null;
        assertThatNullPointerException().isThrownBy(() -> pending.map(none));
    }
}
