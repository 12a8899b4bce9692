package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which operands are kept while a later one is awaited: the first argument of {@code pair}, the left side of {@code +}. */
@BodyTest("""
            final int fixed = Integer.parseInt("1");
            int open;
            static final int CONSTANT = 1;
            static final int OWN = Integer.parseInt("1");
            static int shared;
            static Bodies make() { return new Bodies(); }
            static Object pair(Object x, Object y) { return x; }
            static Object run(Runnable x, Object y) { return x; }
            static class Other { static final int THEIRS = Integer.parseInt("1"); static final int CONSTANT = 2; }
            interface Constants { int THEIRS = Integer.parseInt("1"); }
            enum Color { RED }
            static class Box { final int fixed = 1; }
        """)
class SpillsTest {
    private static boolean isKept(AsyncBody body) {
        MethodCallExpr call =
                (MethodCallExpr) body.first(ReturnStmt.class).getExpression().orElseThrow();
        return spills(body).isNeeded(call.getArgument(0), call.getArguments().subList(1, 2));
    }

    private static Spills spills(AsyncBody body) {
        return new Spills(body.attribution(), body.plan().awaits());
    }

    private static void areKept(List<AsyncBody> bodies) {
        assertThat(bodies).isNotEmpty().allMatch(SpillsTest::isKept);
    }

    private static void stayInPlace(List<AsyncBody> bodies) {
        assertThat(bodies).isNotEmpty().noneMatch(SpillsTest::isKept);
    }

    @Test
    @Body(
            type = "Object",
            value = {"return pair(1, next(1));", "return pair(\"a\", next(1));", "return pair((null), next(1));"})
    void literalsStayInPlace(List<AsyncBody> bodies) {
        stayInPlace(bodies);
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return pair(-1, next(1));", "return pair(\"a\" + CONSTANT, next(1));",
                        "return pair((byte) 1, next(1));",
                "return pair(CONSTANT, next(1));", "return pair(Other.CONSTANT + 1, next(1));",
                        "return pair(!true, next(1));"
            })
    void constantExpressionsStayInPlace(List<AsyncBody> bodies) {
        stayInPlace(bodies);
    }

    @Test
    @Body(
            type = "Object",
            modifiers = "",
            value = {"return run(() -> {}, next(1));", "return pair(int.class, next(1));", "return pair(this, next(1));"
            })
    void whatHasNoEffectAndNeverChangesStaysInPlace(List<AsyncBody> bodies) {
        stayInPlace(bodies);
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return pair(n, next(1));",
                "int k = 1; k++; return pair(k, next(k));",
                "return pair((n), next(1));"
            })
    void aLocalThatNothingLaterAssignsStaysInPlace(List<AsyncBody> bodies) {
        stayInPlace(bodies);
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return pair(n, next(n = 2));",
                "return pair(n, next(n++));",
                "return pair(n, next(--n));",
                "return pair((n), next((n) += 1));"
            })
    void aLocalThatALaterOperandAssignsIsKept(List<AsyncBody> bodies) {
        areKept(bodies);
    }

    @Test
    @Body(
            type = "Object",
            value = {"return pair(n, next(a[n] = 2));", "int k = 1; return pair(n, next(k = 2));"})
    void anAssignmentToSomethingElseDoesNotMatter(List<AsyncBody> bodies) {
        stayInPlace(bodies);
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return pair(shared, next(1));",
                "return pair(make().open, next(1));",
                "return pair(new Box().fixed, next(1));"
            })
    void aFieldThatOthersMayAssignOrWhoseObjectMayChangeIsKept(List<AsyncBody> bodies) {
        areKept(bodies);
    }

    @Test
    @Body(
            type = "Object",
            modifiers = "",
            value = {"return pair(fixed, next(1));", "return pair(this.fixed, next(1));"})
    void aFinalFieldOfThisObjectStaysInPlace(List<AsyncBody> bodies) {
        stayInPlace(bodies);
    }

    @Test
    @Body(
            type = "Object",
            modifiers = "",
            value = {"return pair(open, next(1));", "return pair(this.open, next(1));"})
    void anotherFieldOfThisObjectIsKept(List<AsyncBody> bodies) {
        areKept(bodies);
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return pair(OWN, next(1));",
                "return pair(Bodies.OWN, next(1));",
                "return pair(java.math.BigInteger.ONE, next(1));"
            })
    void aStaticFinalFieldOfAClassThatIsInitializedStaysInPlace(List<AsyncBody> bodies) {
        stayInPlace(bodies);
    }

    /** JLS 12.4.1: an initializer may do what others notice. */
    @Test
    @Body(
            type = "Object",
            value = {
                "return pair(Other.THEIRS, next(1));",
                "return pair(Constants.THEIRS, next(1));",
                "return pair(Color.RED, next(1));"
            })
    void aStaticFieldWhoseReadMayInitializeItsClassIsKept(List<AsyncBody> bodies) {
        areKept(bodies);
    }

    /** JLS 17.5.4: these are final, but there are methods that set them. */
    @Test
    @Body(
            type = "Object",
            value = {
                "return pair(System.out, next(1));",
                "return pair(System.err, next(1));",
                "return pair(System.in, next(1));"
            })
    void theStandardStreamsAreKept(List<AsyncBody> bodies) {
        areKept(bodies);
    }

    @Test
    @Body(type = "Object", value = "return pair(make().OWN, next(1));")
    void aStaticFieldBehindAnExpressionIsKept(AsyncBody body) {
        areKept(List.of(body));
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return pair(make(), next(1));", "return pair(new Object(), next(1));", "return pair(n + 1, next(1));",
                "return pair(a[0], next(1));", "return pair(a.length, next(1));", "return pair((long) n, next(1));",
                "return pair(b ? 1 : 2, next(1));", "return pair(n = 2, next(1));",
                        "return pair(o instanceof String, next(1));"
            })
    void whatComputesIsKept(List<AsyncBody> bodies) {
        areKept(bodies);
    }

    @Test
    @Body(type = "Object", value = "return pair(next(1), next(2));")
    void whatIsAwaitedIsKept(AsyncBody body) {
        areKept(List.of(body));
    }

    // ---- strings

    private static boolean isConverted(AsyncBody body) {
        BinaryExpr sum =
                (BinaryExpr) body.first(ReturnStmt.class).getExpression().orElseThrow();
        return spills(body).isConvertedToString(sum.getLeft(), sum);
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return o + s;",
                "return list + \"\";",
                "StringBuilder t = null; return t + s;",
                "CharSequence t = s; return t + s;",
                "char[] c = null; return c + s;"
            })
    void whatMayChangeItsTextIsConvertedBeforeItsRightSide(List<AsyncBody> bodies) {
        assertThat(bodies).allMatch(SpillsTest::isConverted);
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return s + o;",
                "return n + s;",
                "return i + s;",
                "return 'c' + s;",
                "return null + s;",
                "return b + s;"
            })
    void whatNeverChangesIsNot(List<AsyncBody> bodies) {
        assertThat(bodies).noneMatch(SpillsTest::isConverted);
    }

    @Test
    @Body(
            type = "Object",
            value = {"return n + l;", "return i - n;"})
    void numbersAreNotConvertedToStrings(List<AsyncBody> bodies) {
        assertThat(bodies).noneMatch(SpillsTest::isConverted);
    }

    // ---- names

    @Test
    @Body(
            type = "Object",
            value = {
                "return pair(next(1), 2);",
                "return pair(await(Future.ready(1)), 2);",
                "return pair(n, 2);",
                "return pair(make().open, 2);",
                "return pair(new Box(), 2);",
                "return pair(Color.RED, 2);",
                "Color RED = null; return pair(RED, 2);",
                "return pair(n + 1, 2);",
                "return pair(a[0], 2);",
                "return pair((s), 2);"
            })
    void aKeptOperandIsCalledAfterWhatItIs(List<AsyncBody> bodies) {
        assertThat(bodies.stream().map(body -> {
                    MethodCallExpr call = (MethodCallExpr)
                            body.first(ReturnStmt.class).getExpression().orElseThrow();
                    return spills(body).nameOf(call.getArgument(0), call);
                }))
                .containsExactly("next", "ready", "n", "open", "box", "RED", "RED", "left", "operand", "s");
    }

    @Test
    @Body(type = "Object", value = "return a[n];")
    void theOperandsOfAnElementAreCalledArrayAndIndex(AsyncBody body) {
        Expression element = body.expression("a[n]");
        assertThat(spills(body).nameOf(body.expression("a"), element)).isEqualTo("array");
        assertThat(spills(body).nameOf(body.expression("n"), element)).isEqualTo("index");
    }
}
