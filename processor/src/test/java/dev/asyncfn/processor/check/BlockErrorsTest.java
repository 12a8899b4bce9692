package dev.asyncfn.processor.check;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.LocalAsyncFnProcessor;
import dev.asyncfn.processor.Misuse;
import dev.asyncfn.processor.diag.Problem;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What is said of async blocks, and of values where a future is meant. */
class BlockErrorsTest {
    @Test
    void blocksAreCheckedAsAsyncFnsAre() {
        Misuse.in("BlockErrors.java")
                .has(Problem.BLOCK_IN_CLASS, 17, 53)
                .has(Problem.BLOCK_IN_CLASS, 21, 24)
                .has(Problem.BLOCKING_CALL, 29, 14)
                .has(Problem.UNUSED_MUST_USE, 30, 29)
                .has(Problem.AWAIT_IN_SYNCHRONIZED, 32, 26)
                .has(Problem.AWAIT_IN_LAMBDA, 34, 40)
                .has(Problem.ASYNC_CALL_BLOCKS, 35, 32)
                .has(Problem.AWAIT_NON_FUTURE, 37, 26)
                .has(Problem.CLASS_AROUND_BLOCK, 55, 41)
                .has(Problem.CLASS_AROUND_BLOCK, 64, 26)
                .andNothingElse();
    }

    @Test
    void awaitInLambdaShowsTheBlockToWrite() {
        assertThat(messages(Misuse.in("AwaitInLambda.java").compile(), "await_in_lambda"))
                .anyMatch(message -> message.contains("`() -> async(() -> 1 + await(f))`"))
                .anyMatch(message -> message.contains("`() -> async(() -> { ... })`"))
                .anyMatch(message -> message.contains("`() -> async(() -> await(f))`"));
    }

    @Test
    void blockOutsideAnAsyncFn() {
        Misuse.in("BlocksOutside.java")
                .has(Problem.BLOCK_OUTSIDE_FN, 12, 43)
                .has(Problem.BLOCK_OUTSIDE_FN, 15, 21)
                .andNothingElse();
    }

    @Test
    void valueWhereAFutureIsMeant() {
        Misuse.in("FutureErrors.java")
                .hasJavacError(
                        "incompatible types: java.lang.String cannot be converted to dev.asyncfn.Future<java.lang.String>",
                        38,
                        36)
                .hasJavacError("method logged in class misuse.FutureErrors cannot be applied to given types;", 39, 31)
                .hasJavacError("method all in class misuse.FutureErrors cannot be applied to given types;", 40, 28)
                .hasJavacError("method retry in class misuse.FutureErrors cannot be applied to given types;", 41, 32)
                .hasJavacError("'void' type not allowed here", 42, 20)
                .hasJavacError("incompatible types: java.lang.String cannot be converted to int", 43, 26)
                .has(Problem.FUTURE_EXPECTED, 38, 33)
                .has(Problem.FUTURE_EXPECTED, 39, 38)
                .has(Problem.FUTURE_EXPECTED, 40, 36)
                .has(Problem.FUTURE_EXPECTED, 40, 46)
                .has(Problem.AWAIT_IN_LAMBDA, 41, 47)
                .has(Problem.AWAIT_VOID, 42, 9)
                .andNothingElse();
    }

    @Test
    void valueWhereALambdaOrAnArrayIsToHaveAFuture() {
        String given = "incompatible types: bad return type in lambda expression";
        String element = "incompatible types: java.lang.String cannot be converted to dev.asyncfn.Future<?>";
        Misuse.in("FutureErrorsOfLambdas.java")
                .hasJavacError(
                        "method retry in class misuse.FutureErrorsOfLambdas cannot be applied to given types;", 30, 32)
                .hasJavacError(given, 32, 23)
                .hasJavacError(given, 34, 51)
                .hasJavacError(element, 40, 35)
                .hasJavacError(element, 40, 43)
                .hasJavacError(element, 41, 51)
                .hasJavacError(element, 41, 61)
                .has(Problem.FUTURE_EXPECTED, 30, 47)
                .has(Problem.FUTURE_EXPECTED, 32, 20)
                .has(Problem.FUTURE_EXPECTED, 34, 48)
                .has(Problem.FUTURE_EXPECTED, 40, 32)
                .has(Problem.FUTURE_EXPECTED, 40, 40)
                .has(Problem.FUTURE_EXPECTED, 41, 48)
                .has(Problem.FUTURE_EXPECTED, 41, 58)
                .andNothingElse();
    }

    /** Also beside javac's own words for an inferred type. */
    @Test
    void futuresOfAllSorts() {
        String value =
                "incompatible types: java.lang.String cannot be converted to dev.asyncfn.Future<java.lang.String>";
        String inferred = "incompatible types: inference variable T has incompatible bounds";
        String chosen = "incompatible types: bad type in conditional expression";
        Misuse.in("FuturesOfAllSorts.java")
                .hasJavacError(value, 25, 20)
                .hasJavacError(value, 31, 19)
                .hasJavacError(chosen, 32, 40)
                .hasJavacError(chosen, 32, 50)
                .hasJavacError(value, 37, 21)
                .hasJavacError(inferred, 38, 29)
                .hasJavacError(inferred, 44, 25)
                .hasJavacError(inferred, 46, 21)
                .has(Problem.FUTURE_EXPECTED, 25, 16)
                .has(Problem.FUTURE_EXPECTED, 31, 15)
                .has(Problem.FUTURE_EXPECTED, 32, 36)
                .has(Problem.FUTURE_EXPECTED, 32, 46)
                .has(Problem.FUTURE_EXPECTED, 37, 17)
                .has(Problem.FUTURE_EXPECTED, 38, 34)
                .has(Problem.AWAIT_OTHER_FUTURE, 44, 26)
                .has(Problem.AWAIT_OTHER_FUTURE, 46, 22)
                .andNothingElse();
    }

    @Test
    void valueWhereAFutureIsMeantShowsTheFuture() {
        assertThat(messages(Misuse.in("FutureErrors.java").compile(), "future_expected"))
                .anyMatch(message -> message.contains("`FutureErrorsAsync.get(this, 2)`, or `async(() -> get(2))`"))
                .anyMatch(
                        message -> message.contains("`FutureErrorsAsync.get(this, 3)`, or `async(() -> this.get(3))`"));
    }

    @Test
    void whatIsShownWhereAFutureIsMeantCompilesThere() throws IOException {
        JavaFileObject misuse = JavaFileObjects.forResource("sources/misuse/FutureRemedies.java");
        String text = misuse.getCharContent(false).toString();
        List<List<String>> remedies = messages(Misuse.in("FutureRemedies.java").compile(), "future_expected").stream()
                .map(message -> message.substring(message.lastIndexOf("; write ")))
                .map(remedy -> Pattern.compile("`(.*?)`")
                        .matcher(remedy)
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .toList();

        assertThat(remedies).filteredOn(both -> both.size() == 2).hasSize(13);
        for (int last = 0; last < 2; last++) {
            Iterator<List<String>> next = remedies.iterator();
            int choice = last;
            String mended = Pattern.compile("/\\*\\*/.*?/\\*\\*/").matcher(text).replaceAll(call -> {
                List<String> shown = next.next();
                return Matcher.quoteReplacement(shown.get(Math.min(choice, shown.size() - 1)));
            });
            assertThat(next).isExhausted();
            Compilation compilation = javac().withProcessors(new AsyncFnProcessor(), new LocalAsyncFnProcessor())
                    .compile(JavaFileObjects.forSourceString("misuse.FutureRemedies", mended));
            assertThat(compilation.errors()).isEmpty();
        }
    }

    @Test
    void aFutureOfSuperWithWhatChangesNeedsACopy() {
        assertThat(messages(
                        javac().withProcessors(new AsyncFnProcessor(), new LocalAsyncFnProcessor())
                                .compile(JavaFileObjects.forSourceString("demo.Below", """
                                        package demo;
                                        import static dev.asyncfn.Async.await;
                                        import dev.asyncfn.AsyncFn;
                                        import dev.asyncfn.Future;
                                        class Above { @AsyncFn int load(int n) { return n; } }
                                        class Below extends Above {
                                            static <T> Future<T> logged(Future<T> future) { return future; }
                                            @AsyncFn @Override int load(int n) { n++; return await(logged(super.load(n))); }
                                        }
                                        """)),
                        "future_expected"))
                .singleElement()
                .asString()
                .endsWith(
                        "write `async(() -> super.load(n))` with a copy of what changes, which a lambda cannot capture");
    }

    @Test
    void awaitedValue() {
        Misuse.in("AwaitedValues.java", "Mono.java")
                .has(Problem.AWAITED_ALREADY, 21, 22)
                .has(Problem.AWAITED_ALREADY, 21, 34)
                .has(Problem.AWAIT_NON_FUTURE, 21, 46)
                .has(Problem.AWAIT_OTHER_FUTURE, 26, 15)
                .has(Problem.AWAIT_OTHER_FUTURE, 27, 22)
                .has(Problem.WRAPPED_RESULT, 35, 33)
                .has(Problem.WRAPPED_RESULT, 40, 22)
                .andNothingElse();
    }

    @Test
    void awaitedValueShowsWhatToAwait() {
        assertThat(messages(Misuse.in("AwaitedValues.java", "Mono.java").compile(), "await_other_future"))
                .anyMatch(message -> message.contains("`await(Blocking.spawnBlocking(future::get))`"))
                .anyMatch(message -> message.contains("add the dependency `dev.asyncfn:asyncfn-bridge-reactor` and"
                        + " `import static dev.asyncfn.bridge.reactor.ReactorBridge.await;`,"
                        + " or write `await(mono.toFuture())`"));
    }

    @Test
    void aBridgeThatIsThereIsOnlyToBeImported() {
        assertThat(messages(
                        Misuse.in("AwaitedValues.java", "Mono.java", "ReactorBridge.java")
                                .compile(),
                        "await_other_future"))
                .anyMatch(message -> message.contains(
                        "; add `import static dev.asyncfn.bridge.reactor.ReactorBridge.await;`, or write"));
    }

    @Test
    void markedMethods() {
        Misuse.in("BadVia.java")
                .has(Problem.AWAIT_VIA, 64, 9)
                .has(Problem.AWAIT_VIA, 65, 9)
                .has(Problem.AWAIT_VIA, 66, 9)
                .has(Problem.AWAIT_VIA, 67, 9)
                .has(Problem.AWAIT_VIA, 68, 9)
                .has(Problem.AWAIT_VIA, 69, 9)
                .has(Problem.AWAIT_VIA, 70, 9)
                .has(Problem.AWAIT_IN_LAMBDA, 76, 43)
                .has(Problem.AWAIT_REFERENCE, 77, 41)
                .has(Problem.AWAIT_IN_SYNCHRONIZED, 79, 13)
                .has(Problem.AWAIT_VIA, 107, 23)
                .has(Problem.AWAIT_VIA, 107, 42)
                .andNothingElse();
    }

    private static List<String> messages(Compilation compilation, String id) {
        return compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .filter(message -> message.startsWith("[asyncfn:" + id + "]"))
                .toList();
    }
}
