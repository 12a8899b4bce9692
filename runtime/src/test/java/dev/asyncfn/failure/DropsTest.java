package dev.asyncfn.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Undelivered;
import dev.asyncfn.future.Signal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropsTest {
    private final List<String> log = new ArrayList<>();
    private final IllegalStateException one = new IllegalStateException("one");
    private final IllegalStateException two = new IllegalStateException("two");
    private final Signal<String> first = new Signal<String>().onDrop(() -> log.add("first"));
    private final Signal<String> second = new Signal<String>().onDrop(() -> log.add("second"));
    private final Undelivered<String> how = value -> log.add("released " + value);

    @Test
    void bothAreDroppedInTheirOrderAndNeitherHasToBeThere() {
        Drops.dropBoth(first, second);
        Drops.dropBoth(null, second);
        Drops.dropBoth(first, null);
        Drops.dropBoth(null, null);
        assertThat(log).containsExactly("first", "second", "second", "first");
    }

    @Test
    void theSecondIsDroppedAlsoIfTheFirstThrows() {
        first.onDrop(() -> {
            throw one;
        });
        second.onDrop(() -> {
            throw two;
        });
        assertThatThrownBy(() -> Drops.dropBoth(first, second)).isSameAs(one).hasSuppressedException(two);
    }

    @Test
    void aValueIsReleasedOnlyIfTheDropBeforeItThrows() {
        Drops.dropBefore(first, how, "kept");
        Drops.dropBefore(null, how, "kept");
        assertThat(log).containsExactly("first");
        second.onDrop(() -> {
            throw one;
        });
        assertThatThrownBy(() -> Drops.dropBefore(second, how, "lost")).isSameAs(one);
        assertThat(log).containsExactly("first", "released lost");
    }

    @Test
    void aReleaseThatThrowsIsSuppressedInTheFailureOfTheDrop() {
        first.onDrop(() -> {
            throw one;
        });
        Undelivered<String> failing = value -> {
            throw two;
        };
        assertThatThrownBy(() -> Drops.dropBefore(first, failing, "lost"))
                .isSameAs(one)
                .hasSuppressedException(two);
    }
}
