package dev.asyncfn.processor.emit;

import static dev.asyncfn.processor.UserClassPath.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a reader of a generated future is told is so, and is told once. */
class GeneratedTextTest {
    private static final String START = """
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.*; import java.util.*;
            final class Demo {
                private static final int MOST = 3;
                private int count;
                static Future<String> read() { return Future.ready(""); }
            """; // the body's first line is line 8

    /** The generated source, without indentation. */
    private static String generated(String body) throws IOException {
        return Generated.stripped("Demo", START + "@AsyncFn\n" + body + "}\n");
    }

    // ---- the class

    @Test
    void aFutureStandsOnTheBaseOfAllAsyncFns() throws Exception {
        assertThat(generated("static String one() {\n    return await(read());\n}\n"))
                .contains("static final class OneFuture extends StateMachine<String, OneFuture.State> {\n")
                .contains("super(State.START);")
                .contains("public void drop() {\ndrop(State.DROPPED);\n}");
    }

    @Test
    void aTryAroundAnAwaitNeedsTheGuardedBase() throws Exception {
        assertThat(generated("""
                static void guarded() throws java.io.IOException {
                    try {
                        await(read());
                    } finally {
                        System.out.println();
                    }
                }
                """))
                .contains(
                        "static final class GuardedFuture\n"
                                + "extends GuardedStateMachine<Void, GuardedFuture.State> implements TryFuture<Void, IOException> {\n")
                .contains("return run(cx, enter(State.PANICKED), null);")
                .contains("dropGuarded(State.DROPPED);");
    }

    @Test
    void statesStandFirstInThreeGroups() throws Exception {
        assertThat(generated("""
                static void loop(boolean again) {
                    while (again) {
                        await(read());
                    }
                }
                """)).contains("""
                        extends StateMachine<Void, LoopFuture.State> {
                        /** The states. */
                        private enum State {
                        // in every async fn
                        /** Not polled yet. */ START,
                        /** It has its value. */ DONE,
                        /** It is being polled, or a poll has failed. */ PANICKED,
                        /** It was abandoned. */ DROPPED,

                        // where this async fn waits
                        /** Waits for read(). */ AWAIT_READ,

                        // only passed through: no poll ends here
                        /** Lines 9, 10. */ LOOP,
                        /** Line 12. */ AFTER_LOOP
                        }

                        /** A parameter. */ private final boolean again;
                        """);
    }

    @Test
    void eachFieldHasItsReasonAndItsLines() throws Exception {
        assertThat(generated("""
                static String kept(String a) {
                    String b = a + 1;
                    String c = a.length() + await(read()) + b;
                    return b + c + await(read());
                }
                """))
                .contains("/** A parameter. */ private String a;\n")
                .contains("/** Read again after an await, in lines 10, 11. */ private String b;\n")
                .contains("/** Evaluated before an await in the same expression, in line 10. */ private int length;\n")
                .contains("protected void letGo() {\na = null;\nb = null;\nleft = null;\n}");
    }

    @Test
    void aLocalThatNoAwaitOutlivesIsNoField() throws Exception {
        assertThat(generated("""
                static int local() {
                    String a = await(read());
                    return a.length();
                }
                """))
                .contains("String a = (String) awaitedValue;\n")
                .doesNotContain("private String a;");
    }

    // ---- states

    @Test
    void straightCodeFallsThrough() throws Exception {
        assertThat(generated("static String one() {\n    return await(read());\n}\n"))
                .contains("""
                case START: {
                // 9  return await(read());
                Future<String> read = Demo.read();
                Poll<?> polled = read.poll(cx);
                if (polled == Poll.pending())
                return suspend(State.AWAIT_READ, read);
                awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_READ: { // read is ready
                return complete(State.DONE, (String) awaitedValue);
                }
                default:
                throw ended(next);
                """);
    }

    @Test
    void whatIsAwaitedIsPolledFirst() throws Exception {
        assertThat(generated("static String one() {\n    return await(read());\n}\n"))
                .contains("""
                State next = enter(State.PANICKED); // until we suspend or finish
                Object awaitedValue = null;
                if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                return suspend(next);
                awaitedValue = take(polled);
                }
                switch (next) {
                """);
    }

    @Test
    void awaitedPrimitivesHaveAVariableOfTheirType() throws Exception {
        assertThat(generated("""
                static int sum() {
                    int x = await(number());
                    return x + await(number());
                }

                static Future<Integer> number() {
                    return Future.ready(1);
                }
                """))
                .contains("int awaitedValue = 0;\n")
                .contains("return suspend(next);\nawaitedValue = (int) take(polled);\n")
                .contains("return suspend(State.AWAIT_X, number);\nawaitedValue = (int) take(polled);\n")
                .contains("x = awaitedValue;\n")
                .contains("return complete(State.DONE, x + awaitedValue);\n");
    }

    /** Otherwise the variable would have to be a box, which is no gain. */
    @Test
    void awaitedPrimitivesBesideAReferenceAreObjects() throws Exception {
        assertThat(generated("""
                static String sum() {
                    int x = await(number());
                    return await(read()) + x;
                }

                static Future<Integer> number() {
                    return Future.ready(1);
                }
                """))
                .contains("Object awaitedValue = null;\n")
                .contains("awaitedValue = take(polled);\n")
                .contains("x = (Integer) awaitedValue;\n");
    }

    /** Lines above the switch take what any of the awaits gives. */
    @Test
    void awaitedPrimitivesBesideADiscardedValueAreObjects() throws Exception {
        assertThat(generated("""
                static int one() {
                    await(read());
                    return await(number());
                }

                static Future<Integer> number() {
                    return Future.ready(1);
                }
                """))
                .contains("Object awaitedValue = null;\n")
                .contains("return complete(State.DONE, (int) awaitedValue);\n");
    }

    /** Not left out: it also refuses the null of a future that gives no poll. */
    @Test
    void aValueThatNobodyWantsIsTakenToo() throws Exception {
        assertThat(generated("static void one() {\n    await(read());\n}\n"))
                .contains("""
                Poll<?> polled = read.poll(cx);
                if (polled == Poll.pending())
                return suspend(State.AWAIT_READ, read);
                take(polled);
                } // ready at once: falls through
                """)
                .doesNotContain("awaitedValue");
    }

    @Test
    void eachPartOfALoopIsQuotedWhereItsCodeStands() throws Exception {
        assertThat(generated("""
                static void loop() {
                    for (int i = 0; i < 3; i++) {
                        await(read());
                    }
                }
                """))
                .contains("// 9  for (int i = 0;\ni = 0;\n} // falls through\ncase LOOP: {\n// 9      i < 3;\n")
                .contains(
                        "case AWAIT_READ: { // read is ready\n// 9      i++) {\ni++;\nnext = State.LOOP;\ncontinue;\n");
    }

    @Test
    void conditionsStandAsTheUserWroteThem() throws Exception {
        assertThat(generated("""
                static void loop(int n, double d) {
                    while (n % 2 != 0) {
                        await(read());
                    }
                    while (d >= 1) {
                        await(read());
                    }
                }
                """)).contains("if (!(n % 2 != 0)) {", "if (!(d >= 1)) {");
    }

    @Test
    void verbatimStatementsAreNumberedOnce() throws Exception {
        assertThat(generated("""
                static String both() {
                    String a = "a"; // the first
                    String b = a + a;
                    String c = await(read()); // the second
                    return c;
                }
                """))
                .contains(
                        "// 9\nString a = \"a\"; // the first\nString b = a + a;\n// 11  String c = await(read()); // the second\n")
                .contains("// 12\nreturn complete(State.DONE, c);\n");
    }

    @Test
    void aDeclarationThatStandsElsewhereHasNoLineAmongTheStates() throws Exception {
        assertThat(generated("""
                static String last(boolean again) {
                    String text;
                    do {
                        text = await(read());
                    } while (again);
                    int length;
                    length = text.length();
                    return text + length;
                }
                """))
                .contains("case START: // falls through\ncase LOOP: {\n")
                .doesNotContain("// 9\n")
                .contains("// 13\nint length;\nlength = text.length();\n");
    }

    @Test
    void aStateWithoutCodeOfItsOwnIsOnlyALabel() throws Exception {
        assertThat(generated("""
                static void loop(boolean again) {
                    while (again) {
                        await(read());
                    }
                }
                """)).contains("case START: // falls through\ncase LOOP: {\n");
    }

    @Test
    void soIsTheStateBehindAnAwaitOfWhichNothingIsLeft() throws Exception {
        assertThat(generated("""
                static void loop(boolean again) {
                    do {
                        if (again) {
                            await(read());
                        }
                        System.out.println();
                    } while (again);
                }
                """)).contains("case AWAIT_READ: // read is ready, falls through\ncase AFTER_IF: {\n");
    }

    @Test
    void anAssignmentThatIsTooLongForALineIsBrokenBehindItsSign() throws Exception {
        String wide = "x".repeat(60);
        String file = Generated.text("Demo", START + """
                @AsyncFn
                static String wide() {
                    String first = await(Future.ready("%1$s".concat("of the first").concat("and more")));
                    String second = "%1$s".concat(await(read())).concat("%1$s".toString());
                    return first + await(read()) + second;
                }
                }
                """.formatted(wide));
        assertThat(file)
                .contains("Future<String> ready =\n" + " ".repeat(28) + "Future.ready(\"" + wide)
                .contains("second =\n" + " ".repeat(28) + '"' + wide + "\".concat((String) awaitedValue)");
    }

    @Test
    void soIsAResult() throws Exception {
        String wide = "x".repeat(60);
        String file = Generated.text("Demo", START + """
                @AsyncFn
                static String wide() {
                    return await(read()).concat("%1$s").concat("and more");
                }
                }
                """.formatted(wide));
        assertThat(file)
                .contains(
                        "return complete(State.DONE,\n" + " ".repeat(28) + "((String) awaitedValue).concat(\"" + wide);
    }

    @Test
    void soAreTheArgumentsOfAFactory() throws Exception {
        String first = "f".repeat(50);
        String second = "s".repeat(50);
        assertThat(generated("String wide(String " + first + ", String " + second + ") {\n    return " + first
                        + " + await(read()) + " + second + ";\n}\n"))
                .contains("return new WideFuture(\nself, " + first + ", " + second + ");\n");
    }

    @Test
    void soIsATestOfManyExceptions() throws Exception {
        String file = Generated.text("Demo", START + """
                @AsyncFn
                static void wide() {
                    try {
                        await(read());
                    } catch (ArrayIndexOutOfBoundsException | StringIndexOutOfBoundsException | NumberFormatException
                            | NegativeArraySizeException e) {
                        await(read());
                    }
                }
                }
                """);
        assertThat(file.lines()).noneMatch(line -> line.length() > 120);
        assertThat(file)
                .contains("thrown instanceof StringIndexOutOfBoundsException ||\n")
                .contains("\n" + " ".repeat(36) + "thrown instanceof NegativeArraySizeException))\n");
    }

    @Test
    void theSourceInTheCommentFitsItsLineWhereItIsEscaped() throws Exception {
        String file = Generated.text("Demo", START + """
                @AsyncFn
                static Map<String, List<? extends Number>> wide(Map<String, ? extends List<? super Integer>> one, List<?> two) {
                    await(read());
                    return new HashMap<String, List<? extends Number>>(); /* { */
                }
                }
                """);
        assertThat(file)
                .contains(
                        "static Map&lt;String, List&lt;? extends Number&gt;&gt; wide(Map&lt;String, ? extends List&lt;? ...\n");
        assertThat(file.lines()).noneMatch(line -> line.length() > 120);
    }

    @Test
    void aBranchWithoutAnAwaitStaysInPlace() throws Exception {
        assertThat(generated("""
                static int branch() {
                    int n;
                    if (await(read()).isEmpty()) {
                        n = 1;
                    } else {
                        n = 2;
                    }
                    return n + await(read()).length();
                }
                """))
                .contains("if (((String) awaitedValue).isEmpty()) {\nn = 1;\n} else {\nn = 2;\n}\n")
                .doesNotContain("ELSE", "AFTER_IF");
    }

    // ---- names of states

    @Test
    void awaitsOfOneNameAreToldApartByTheVariable() throws Exception {
        assertThat(generated("""
                static String twice() {
                    String a = await(read());
                    return a + await(read());
                }
                """)).contains("AWAIT_A,\n", "AWAIT_READ\n");
    }

    @Test
    void orByTheArgumentThatDiffers() throws Exception {
        assertThat(generated("""
                static void twice(Future<String> a, Future<String> b) {
                    await(same(a));
                    await(same(b));
                }
                static <T> Future<T> same(Future<T> f) { return f; }
                """)).contains("AWAIT_SAME_A,\n", "AWAIT_SAME_B\n");
    }

    @Test
    void orByWhereTheyStand() throws Exception {
        assertThat(generated("""
                static void twice() {
                    try {
                        await(read());
                    } catch (IllegalStateException e) {
                        await(read());
                    } finally {
                        await(read());
                    }
                }
                """)).contains("AWAIT_READ,\n", "AWAIT_READ_IN_CATCH,\n", "AWAIT_READ_IN_FINALLY,\n");
    }

    @Test
    void orElseByTheLine() throws Exception {
        assertThat(generated("static void twice() {\n    await(read());\n    await(read());\n}\n"))
                .contains("AWAIT_READ_9,\n", "AWAIT_READ_10\n");
    }

    @Test
    void loopsAreToldApartByTheirVariables() throws Exception {
        assertThat(generated("""
                static void loops() {
                    for (int round = 0; round < 3; round++) {
                        for (String name : List.of("a")) {
                            await(read());
                        }
                    }
                }
                """)).contains("LOOP_ROUND,\n", "LOOP_NAME,\n");
    }

    // ---- exceptions

    @Test
    void aCatchClauseTestsAndNamesWhatItCatches() throws Exception {
        assertThat(generated("""
                static String caught() {
                    try {
                        return await(read());
                    } catch (IllegalStateException e) {
                        return e.getMessage();
                    }
                }
                """)).contains("""
                        case CATCH: {
                        // 11  } catch (IllegalStateException e) {
                        handler = null;
                        if (!(thrown instanceof IllegalStateException e)) throw rethrow(thrown);
                        restoreTrace(thrown); // the clause may look at it
                        // 12
                        return complete(State.DONE, e.getMessage());
                        }
                        """);
    }

    @Test
    void catchClausesAreToldApartByTheirTypes() throws Exception {
        assertThat(generated("""
                static void caught() {
                    try {
                        try {
                            await(read());
                        } catch (java.io.UncheckedIOException e) {
                            System.out.println(e);
                        }
                    } catch (IllegalStateException e) {
                        System.out.println(e);
                    }
                }
                """))
                .contains("CATCH_UNCHECKED_IO_EXCEPTION,\n")
                .contains("CATCH_ILLEGAL_STATE_EXCEPTION");
    }

    @Test
    void aFinallyWithOneExitNeedsNoVariableForIt() throws Exception {
        assertThat(generated("""
                static void last() {
                    try {
                        await(read());
                    } finally {
                        System.out.println();
                    }
                }
                """)).contains("""
                        case FINALLY: {
                        // 11  } finally {
                        handler = null;
                        Throwable pending = thrown; // null if nothing was thrown
                        // 12
                        System.out.println();
                        // 13  end of the finally block: its pending completion
                        if (pending != null) throw rethrow(pending);
                        // 14
                        return complete(State.DONE, null);
                        }
                        """).doesNotContain("afterFinally");
    }

    @Test
    void severalExitsAreNamedByTheirTargets() throws Exception {
        assertThat(generated("""
                static void last() {
                    while (true) {
                        try {
                            if (await(read()).isEmpty()) {
                                return;
                            }
                        } finally {
                            System.out.println();
                        }
                    }
                }
                """)).contains("FINALLY_THEN_RETURN", "next = afterFinally;");
    }

    @Test
    void aResourceIsClosedInAStateOfItsName() throws Exception {
        assertThat(generated("""
                static void resource(AutoCloseable a) throws Exception {
                    try (a) {
                        await(read());
                    }
                }
                """))
                .contains("CLOSE_A\n")
                .contains("a.close();")
                .doesNotContain("resource;")
                .doesNotContain("this.a;");
    }

    // ---- comments

    @Test
    void aLongOperandIsShownWithoutThoseOfTheAwaitsInsideIt() throws Exception {
        assertThat(generated("""
                static String nested() {
                    return await(Future.ready(await(Future.ready("the text of the inner one")).concat("outer")));
                }
                """))
                .contains("/** Waits for Future.ready(\"the text of the inner one\"). */ AWAIT_READY_9,")
                .contains("/** Waits for Future.ready(await(...).concat(\"outer\")). */ AWAIT_READY_9_2");
    }

    @Test
    void aCommentThatWouldMakeTheLineTooLongStandsAboveIt() throws Exception {
        String comment = "// " + "long ".repeat(18).strip();
        assertThat(generated("static String a() {\n    String a = \"a\"; " + comment
                        + "\n    return a + await(read());\n}\n"))
                .contains(comment + "\na = \"a\";\n");
    }

    @Test
    void commentsAtTheEdgesOfBlocksAreKept() throws Exception {
        assertThat(generated("""
                static void edges() {
                    try { // at the beginning
                        await(read());
                        // at the end
                    } catch (IllegalStateException e) {
                        // alone
                    }
                }
                """))
                .contains("// at the beginning\n// 10  await(read());")
                .contains("// at the end\n")
                .contains("// alone\n")
                .contains("// 9  try {\n");
    }

    @Test
    void aCommentBehindASplitStatementStandsBehindItsQuote() throws Exception {
        assertThat(generated("""
                static String behind() {
                    try {
                        await(read()); // never ready
                        if (await(read()).isEmpty()) {
                            System.out.println();
                        } // of the if
                    } finally {
                        System.out.println();
                    }
                    return await(read()) // half
                            + "x"; /* all */
                }
                """))
                .contains("// 10  await(read()); // never ready\n")
                .contains("// of the if\n// 11  if (await(read()).isEmpty()) {")
                .contains("// 17  return await(read()) + \"x\";\n/* all */\n");
    }

    @Test
    void orBelowItWhereThereIsNoRoomOrAnEscape() throws Exception {
        String comment = "// " + "long ".repeat(18).strip();
        assertThat(generated("static String a() {\n    String a = await(read()); " + comment
                        + "\n    return a + await(read()); /* \\u000a */\n}\n"))
                .contains("// 9  String a = await(read());\n" + comment + "\n")
                .contains("// 10  return a + await(read());\n/* \\u000a */\n");
    }

    // ---- the picture

    @Test
    void thePictureShowsLinesWaysAndWhatIsKept() throws Exception {
        assertThat(picture("""
                static String picture(int n) {
                    for (int i = 0; i < n; i++) {
                        await(read());
                    }
                    return await(read());
                }
                """)).isEqualTo("""
                START          9      keeps n
                  v
                LOOP           9, 10 <------------------------------+
                  v ------------------------------------------------|-+
                AWAIT_READ_10  9, 10  waits for read(), keeps n, i -+ |
                                                                      |
                AFTER_LOOP     12 <-----------------------------------+
                  v
                AWAIT_READ_12  12     waits for read()
                  v
                DONE
                """);
    }

    @Test
    void thePictureShowsTheRegionsOfATry() throws Exception {
        assertThat(picture("""
                static String region() {
                    try {
                        return await(read());
                    } finally {
                        System.out.println();
                    }
                }
                """)).isEqualTo("""
                + START       9, 10
                |   v
                + AWAIT_READ  10        waits for read()
                    v
                  FINALLY     11 to 13  <- an exception of 9, 10
                    v
                  DONE
                """);
    }

    /** What stands before a {@code try}, and what a {@code catch} handles, is not handled by its {@code finally}; nor a resource that is not open. */
    @Test
    void thePictureShowsTheLinesThatARegionBeginsWith() throws Exception {
        assertThat(picture("""
                static String regions(AutoCloseable a) throws Exception {
                    System.out.println("before");
                    try (AutoCloseable b = a) {
                        return await(read());
                    } catch (IllegalStateException e) {
                        return "caught";
                    } finally {
                        System.out.println();
                    }
                }
                """)).contains("<- an exception of 11");
    }

    @Test
    void thePictureShowsAllLinesOfAStatementThatIsKeptWhole() throws Exception {
        assertThat(picture("""
                static String lines(boolean again) {
                    while (again) {
                        if (await(read()).isEmpty()) {
                            System.out.println();
                            break;
                        }
                        System.out.println(
                                "again");
                    }
                    // a line of nobody
                    return "";
                }
                """)).contains("AWAIT_READ  10 to 15  waits").contains("AFTER_LOOP  18 <-");
    }

    @Test
    void thePictureShowsWhereAResourceIsOpenedAndClosed() throws Exception {
        assertThat(picture("""
                static String resources(AutoCloseable a) throws Exception {
                    try (AutoCloseable b = a;
                            AutoCloseable c = a) {
                        System.out.println();
                        return await(read());
                    }
                }
                """))
                .contains("CLOSE_C     10, 13   <- an exception of")
                .contains("CLOSE_B     9, 13    <-");
    }

    /** The many ways of a large machine are listed, those of one state in one line. */
    @Test
    void theListOfWaysOfALargeMachineFitsIntoItsLine() throws Exception {
        String cases = IntStream.range(0, 45)
                .mapToObj(i -> "case %1$d:\nawait(read(%1$d));\nbreak;\n".formatted(i))
                .collect(Collectors.joining());
        String picture = picture("static void many(int n) {\nawait(read(n));\nswitch (n) {\n" + cases + "}\n}\n"
                + "static Future<String> read(int n) {\nreturn read();\n}\n");
        assertThat(picture.lines())
                .noneMatch(line -> line.length() > 106)
                .anyMatch(line -> line.matches("AWAIT_READ_N .*-> AFTER_SWITCH, CASE_1, .* and \\d+ more"));
    }

    /** The lines of the picture. */
    private static String picture(String body) throws IOException {
        Compilation compilation = javac().withProcessors(new AsyncFnProcessor())
                .compile(JavaFileObjects.forSourceString("Demo", START + "@AsyncFn\n" + body + "}\n"));
        return compilation
                .generatedSourceFile("DemoAsync")
                .orElseThrow()
                .getCharContent(false)
                .toString()
                .lines()
                .dropWhile(line -> !line.contains("<pre>{@code"))
                .skip(1)
                .dropWhile(line -> !line.strip().equals("*"))
                .skip(1)
                .takeWhile(line -> !line.contains("}</pre>"))
                .map(line -> line.replaceFirst("^ +\\*( {5})?", "") + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void noLineIsTooLong() throws Exception {
        assertThat(generated("static String wide() {\n    return await(Future.ready(await(read()).concat(\""
                                + "x".repeat(90) + "\")));\n}\n")
                        .lines())
                .noneMatch(line -> line.startsWith("//") && line.length() > 110);
    }

    @Test
    void whatNeedsNoParenthesesInABridgeHasNone() throws Exception {
        assertThat(generated("""
                static int bridged(Demo a, Demo b, boolean c) {
                    return (c ? a : b).count + await(read()).length();
                }
                """)).contains("Bridge.count(c ? a : b)");
    }

    @Test
    void aPrivateConstantKeepsItsName() throws Exception {
        assertThat(generated("static int constant() {\n    return MOST + await(read()).length();\n}\n"))
                .contains("/** A constant. */ private static final int MOST = 3;");
    }

    @Test
    void aCopyOfALongConstantStandsBelowItsComment() throws Exception {
        String wide = "x".repeat(60);
        assertThat(generated("static String constant() {\n    return WIDE + await(read());\n}\n"
                        + "private static final String WIDE = \"" + wide + "\";\n"))
                .contains("/** A constant. */\nprivate static final String WIDE = \"" + wide + "\";");
    }

    /** A plain read could be taken out of a loop that waits for another thread. */
    @Test
    void aPrivateVolatileFieldIsReadAndAssignedAsOne() throws Exception {
        assertThat(generated("""
                void flags() {
                    while (!done) {
                        Thread.onSpinWait();
                    }
                    done = await(read()).isEmpty();
                    turns++;
                    count++;
                }
                private static volatile long turns;
                private volatile boolean done;
                """))
                .contains("return (boolean) DONE.getVolatile(self);", "DONE.setVolatile(self, value);")
                .contains("long old = (long) TURNS.getVolatile();", "TURNS.setVolatile(value);")
                .contains("int old = (int) COUNT.get(self);");
    }

    /** Before Java 22, finding the handle of a static field initialises the class. */
    @Test
    void staticFieldsOfOtherClassesAreFoundWhenTheyAreUsed() throws Exception {
        assertThat(generated("""
                static int sum() {
                    return Other.one + own + await(read()).length();
                }
                private static int own;
                static class Other {
                    private static int one;
                }
                """))
                .contains("return (int) OtherStatics.ONE.get();", "return (int) OWN.get();", """
                        /**
                        * The static fields of {@code Other}. They are found when the first of them is used:
                        * that initialises {@code Other}.
                        */
                        private static final class OtherStatics {
                        /** The handle of {@code Other.one}. */
                        private static final VarHandle ONE;

                        static {
                        try {
                        MethodHandles.Lookup inOther =
                        MethodHandles.privateLookupIn(Demo.Other.class, MethodHandles.lookup());
                        ONE = inOther.findStaticVarHandle(Demo.Other.class, "one", int.class);
                        } catch (ReflectiveOperationException e) {
                        throw new ExceptionInInitializerError(e);
                        }
                        }
                        """.strip());
    }

    @Test
    void anAssertionAsksTheTopLevelClass() throws Exception {
        String source = START + """
                static class Nested {
                    @AsyncFn
                    static void checked() {
                        assert await(read()).isEmpty();
                    }
                }
                }
                """;
        assertThat(Generated.facade("Demo", "Demo_NestedAsync", source))
                .contains("Demo.class.desiredAssertionStatus()");
    }

    @Test
    void aStaticFnInitialisesItsClassFirstWhereThatCanBeNoticed() throws Exception {
        String noticed = "static { System.setProperty(\"demo\", \"loaded\"); }\n";
        assertThat(generated("static int size(List<String> names) {\n    return names.size();\n}\n" + noticed))
                .contains("case START: {\nBridge.initialise();\n", "inDemo.ensureInitialized(Demo.class);");
        assertThat(generated("static int size() {\n    return await(read()).length();\n}\n" + noticed))
                .as("it calls a method of the class before anything else")
                .doesNotContain("initialise()");
        assertThat(generated("int size(List<String> names) {\n    return names.size();\n}\n" + noticed))
                .as("the class has an instance")
                .doesNotContain("initialise()");
        assertThat(generated("static int size(List<String> names) {\n    return names.size();\n}\n"
                        + "static final Map<String, Integer> SIZES = new HashMap<>(Map.of(\"a\", MOST + 1));\n"))
                .as("nobody notices that the class has objects")
                .doesNotContain("initialise()");
    }
}
