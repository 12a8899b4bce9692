package dev.asyncfn.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.asyncfn.processor.Misuse;
import dev.asyncfn.processor.diag.Problem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Where javac does not compile an await, and its own message does not lead to what must be written instead. */
class AwaitErrorsTest {
    private static final String AMBIGUOUS = "reference to await is ambiguous";
    private static final String NO_AWAIT =
            "no suitable method found for await(java.util.concurrent.CompletableFuture<java.lang.String>)";

    @Test
    void ambiguousAwait() {
        Misuse.in("AmbiguousAwait.java")
                .hasJavacError(AMBIGUOUS, 31, 20)
                .hasJavacError(AMBIGUOUS, 32, 25)
                .hasJavacError(AMBIGUOUS, 33, 33)
                .hasJavacError(AMBIGUOUS, 34, 20)
                .hasJavacError(AMBIGUOUS, 35, 20)
                .hasJavacError(AMBIGUOUS, 36, 20)
                .has(Problem.AMBIGUOUS_AWAIT, 31, 20)
                .has(Problem.AMBIGUOUS_AWAIT, 32, 25)
                .has(Problem.AMBIGUOUS_AWAIT, 33, 33)
                .has(Problem.AMBIGUOUS_AWAIT, 34, 20)
                .has(Problem.AMBIGUOUS_FUTURE, 35, 20)
                .has(Problem.AMBIGUOUS_FUTURE, 36, 20)
                .andNothingElse();
    }

    /** The message shows the call that is to be written. */
    @Test
    void ambiguousAwaitShowsTheBareCall() {
        assertThat(messages(Misuse.in("AmbiguousAwait.java").compile(), "ambiguous_await"))
                .anyMatch(message -> message.contains("write `get(f)` without `await(...)`"))
                .anyMatch(message -> message.contains("write `s == null ? get(f) : AmbiguousAwait.get(f)` without"));
    }

    @Test
    void whatIsWrittenInsteadIsFine() {
        Misuse.in("BareAwaits.java").andNothingElse();
    }

    @Test
    void hiddenAwaitWhoseParenthesisIsAnEscape() {
        Misuse.in("HiddenAwaitInEscapes.java")
                .hasJavacError("incompatible types: int cannot be converted to java.lang.String", 15, 34)
                .has(Problem.HIDDEN_AWAIT, 15, 20)
                .andNothingElse();
    }

    @Test
    void hiddenAwait() {
        Misuse.in("HiddenAwait.java")
                .hasJavacError(NO_AWAIT, 17, 20)
                .hasJavacError(NO_AWAIT.replace("String", "Object"), 18, 20)
                .hasJavacError(NO_AWAIT, 24, 20)
                .hasJavacError("incompatible types: int cannot be converted to java.lang.String", 35, 29)
                .hasJavacError(
                        "non-static method await(java.lang.Object) cannot be referenced from a static context", 41, 20)
                .hasJavacError("cannot find symbol", 46, 37)
                .has(Problem.HIDDEN_AWAIT, 17, 20)
                .has(Problem.HIDDEN_AWAIT, 18, 20)
                .has(Problem.HIDDEN_AWAIT, 24, 20)
                .has(Problem.HIDDEN_AWAIT, 35, 24)
                .has(Problem.HIDDEN_AWAIT, 41, 20)
                .andNothingElse();
    }

    @Test
    void hiddenAwaitNamesTheClassOfTheOtherMethod() {
        assertThat(messages(Misuse.in("HiddenAwait.java").compile(), "hidden_await"))
                .anyMatch(message -> message.contains("`CountDownLatch`"))
                .anyMatch(message -> message.contains("`Own`"))
                .allMatch(message -> message.contains("write `Async.await(...)`"));
    }

    private static List<String> messages(Compilation compilation, String id) {
        return compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .filter(message -> message.startsWith("[asyncfn:" + id + "]"))
                .toList();
    }
}
