package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private final List<String> searched = new ArrayList<>();
    private final List<List<String>> shown = new ArrayList<>();

    /** Takes a second. */
    private Future<List<String>> search(String text) {
        searched.add(text);
        return Futures.map(Sleep.of(Duration.ofSeconds(1)), slept -> List.of(text + "1", text + "2"));
    }

    private void followWhileTyping(TestExecutor executor, int[] pauses, String... texts) {
        searched.clear();
        shown.clear();
        var typed = Mpsc.<String>unbounded();
        executor.spawn(TypistAsync.type(typed.sender(), pauses, texts));
        executor.run(SuggestionsAsync.follow(Streams.generate(typed.receiver()::recv), this::search, shown::add));
        assertThat(executor.held()).isZero();
    }

    @Test
    void whatIsTypedWithoutAPauseIsNotSearchedFor() {
        TestExecutor.explore(100, executor -> {
            followWhileTyping(executor, new int[] {100, 200, 299}, "j", "ja", "jav");
            assertThat(searched).containsExactly("jav");
            assertThat(shown).containsExactly(List.of("jav1", "jav2"));
        });
    }

    @Test
    void aSearchIsGivenUpWhenSomethingElseIsWanted() {
        TestExecutor.explore(100, executor -> {
            followWhileTyping(executor, new int[] {0, 600, 5_000}, "java", "rust", "go");
            assertThat(searched).containsExactly("java", "rust", "go");
            assertThat(shown).containsExactly(List.of("rust1", "rust2"), List.of("go1", "go2"));
        });
    }
}
