package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JLS 5.1.8: where the {@code Integer i} of a body is unboxed before what stands to its right is evaluated. */
@BodyTest("""
            static void ints(int x, int y) {}
            static void longs(long x, int y) {}
            static void boxes(Integer x, int y) {}
            static void objects(Object x, int y) {}
            static void several(int... all) {}
            static void severalBoxes(Integer... all) {}
            static <T> void any(T x, int y) {}
            Bodies() {}
            Bodies(int x, int y) {}
            static Integer[] boxes;
        """)
class UnboxingTest {
    private static boolean isUnboxed(AsyncBody body) {
        Expression boxed = body.block()
                .findFirst(NameExpr.class, name -> name.getNameAsString().equals("i"))
                .orElseThrow();
        return new Unboxing(body.attribution()).of(boxed) != null;
    }

    private static void areUnboxed(List<AsyncBody> bodies) {
        assertThat(bodies).isNotEmpty().allMatch(UnboxingTest::isUnboxed);
    }

    private static void stayBoxed(List<AsyncBody> bodies) {
        assertThat(bodies).isNotEmpty().noneMatch(UnboxingTest::isUnboxed);
    }

    @Test
    @Body({"n = i + 1;", "n = i * i;", "l = i << 2;", "b = i < n;", "n = i & n;", "n = (i) - 1;", "l = i + l;"})
    void theLeftSideOfANumericOperatorIs(List<AsyncBody> bodies) {
        areUnboxed(bodies);
    }

    @Test
    @Body({"b = i == 1;", "b = i != n;", "b = i == l;"})
    void aComparisonWithANumberUnboxes(List<AsyncBody> bodies) {
        areUnboxed(bodies);
    }

    @Test
    @Body({"b = i == o;", "Integer j = i; b = j != i;", "b = i == null;"})
    void aComparisonOfReferencesDoesNot(List<AsyncBody> bodies) {
        stayBoxed(bodies);
    }

    @Test
    @Body({"s = i + \"\";", "s = i + s;"})
    void aConcatenationDoesNot(List<AsyncBody> bodies) {
        stayBoxed(bodies);
    }

    @Test
    @Body({"ints(i, 1);", "longs(i, 1);", "new Bodies(i, 1);", "several(1, i, 2);", "several(i);", "ints((i), 1);"})
    void anArgumentForAPrimitiveParameterIs(List<AsyncBody> bodies) {
        areUnboxed(bodies);
    }

    @Test
    @Body({"boxes(i, 1);", "objects(i, 1);", "any(i, 1);", "severalBoxes(1, i);", "i.compareTo(1);"})
    void anArgumentForAReferenceIsNot(List<AsyncBody> bodies) {
        stayBoxed(bodies);
    }

    @Test
    @Body({"n = a[i];", "a[i] = 1;", "boxes[i] = 1;", "Object x = new int[i][n];"})
    void anIndexAndADimensionAre(List<AsyncBody> bodies) {
        areUnboxed(bodies);
    }

    @Test
    @Body({"int[] x = {i, 1};", "long[] x = new long[] {i, 1};", "int[][] x = {{i}, {1}};"})
    void anElementOfAnArrayOfPrimitivesIs(List<AsyncBody> bodies) {
        areUnboxed(bodies);
    }

    @Test
    @Body({"Integer[] x = {i, 1};", "Object[] x = {i, 1};"})
    void anElementOfAnArrayOfReferencesIsNot(List<AsyncBody> bodies) {
        stayBoxed(bodies);
    }

    @Test
    @Body("n = i + 1; l = l + n;")
    void theTypeIsThatInsideTheBox(AsyncBody body) {
        Unboxing unboxing = new Unboxing(body.attribution());
        assertThat(unboxing.of(body.expression("i"))).hasToString("int");
        assertThat(unboxing.of(body.expression("l"))).isNull();
        assertThat(unboxing.unboxed(body.attribution().typeOf(body.expression("i"))))
                .hasToString("int");
    }

    @Test
    @Body("b = o == s; b = a == null; b = list == null;")
    void onlyBoxesHaveAnInside(AsyncBody body) {
        Unboxing unboxing = new Unboxing(body.attribution());
        assertThat(List.of("o", "s", "a", "list", "null"))
                .allMatch(name -> unboxing.unboxed(body.attribution().typeOf(body.expression(name))) == null);
    }

    // ---- the value of an await

    private static boolean isUnboxedValue(AsyncBody body) {
        Expression boxed = body.block()
                .findFirst(NameExpr.class, name -> name.getNameAsString().equals("i"))
                .orElseThrow();
        return new Unboxing(body.attribution()).ofValue(boxed) != null;
    }

    @Test
    @Body({
        "n = i + 1;",
        "n = 1 + i;",
        "b = n == i;",
        "b = i != n;",
        "n = i;",
        "n = (i);",
        "n += i;",
        "int x = i;",
        "long x = i;",
        "l = (long) i;",
        "n = -i;",
        "n = a[i];",
        "a[0] = i;"
    })
    void aValueThatBecomesAPrimitiveAtOnceIs(List<AsyncBody> bodies) {
        assertThat(bodies).isNotEmpty().allMatch(UnboxingTest::isUnboxedValue);
    }

    /** An argument may choose between methods, so its type stays. */
    @Test
    @Body({
        "Integer x = i;",
        "Object x = i;",
        "var x = i;",
        "o = i;",
        "s = i + \"\";",
        "s += i;",
        "b = i == o;",
        "ints(i, 1);",
        "boxes(i, 1);",
        "boxes[0] = i;",
        "n = b ? i : 1;"
    })
    void aValueThatMayStayABoxIsNot(List<AsyncBody> bodies) {
        assertThat(bodies).isNotEmpty().noneMatch(UnboxingTest::isUnboxedValue);
    }
}
