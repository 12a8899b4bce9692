package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final List<List<String>> PAGES = List.of(List.of("a", "b"), List.of("c"), List.of());

    private final List<Integer> read = new ArrayList<>();

    private Future<List<String>> page(int number) {
        read.add(number);
        return Futures.map(Sleep.of(Duration.ofMillis(5)), slept -> PAGES.get(number));
    }

    @Test
    void itemsOfAllPagesComeInOrder() {
        try (TestExecutor executor = new TestExecutor(1)) {
            Stream<String> items = executor.run(ListingAsync.items(this::page));
            assertThat(executor.run(items.toList())).containsExactly("a", "b", "c");
        }
        assertThat(read).containsExactly(0, 1, 2);
    }

    @Test
    void pageIsReadOnlyWhenItsItemsAreAskedFor() {
        try (TestExecutor executor = new TestExecutor(1)) {
            Stream<String> items = executor.run(ListingAsync.items(this::page));
            assertThat(read).isEmpty();
            assertThat(executor.run(items.take(2).toList())).containsExactly("a", "b");
        }
        assertThat(read).containsExactly(0);
    }
}
