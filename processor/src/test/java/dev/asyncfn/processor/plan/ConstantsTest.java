package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** JLS 15.29: what is a constant expression, and its value. */
@BodyTest("""
            static final int SEVEN = 7;
            static final String TEXT = "te" + 'x' + "t";
            static final Integer BOXED = 7;
            static final int COMPUTED = Integer.parseInt("7");
            static int variable = 7;
            final boolean yes = true;
            static Bodies make() { return new Bodies(); }
            enum Color { RED }
        """)
class ConstantsTest {
    /** The constants that bodies return, or null for what is none. */
    private static Stream<Object> values(List<AsyncBody> bodies) {
        return bodies.stream()
                .map(body -> new Constants(body.attribution())
                        .valueOf(body.first(ReturnStmt.class).getExpression().orElseThrow()));
    }

    @Test
    @Body(
            type = "Object",
            value = {"return 7;", "return 0x7fL;", "return 'c';", "return 1.5;", "return 1.5f;", "return true;"})
    void literalsHaveTheTypesOfTheirSuffixes(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsExactly(7, 127L, 'c', 1.5, 1.5f, true);
    }

    @Test
    @Body(
            type = "Object",
            value = {"return 0b1_01;", "return 017;", "return 1_0.2_5e1_0d;", "return 0x1.8p1;", "return 0x1p3f;"})
    void literalsMayHaveUnderscoresAndBases(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsExactly(5, 15, 10.25e10, 3.0, 8f);
    }

    @Test
    @Body(
            type = "Object",
            value = {"return -2147483648;", "return -9223372036854775808L;", "return 0xffffffff;"})
    void theSmallestNumbersAreNegatedLiterals(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsExactly(Integer.MIN_VALUE, Long.MIN_VALUE, -1);
    }

    @Test
    @Body(
            type = "Object",
            value = {"return '\\s';", "return '\\'';", "return '\\101';", "return '\\\\';", "return '\\u0041';"})
    void charactersMayBeEscaped(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsExactly(' ', '\'', 'A', '\\', 'A');
    }

    @Test
    @Body(
            type = "Object",
            value = {"return \"a\\sb\\t\\\"\\60\\u0041\";", "return \"\\\\u0041\";"})
    void stringsMayHaveEscapes(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsExactly("a b\t\"0A", "\\u0041");
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return \"\"\"\n    a\n      b \\s\n    c\\\n    d\\n\"\"\";",
                "return \"\"\"\n\n  \\\"\"\"\\u0041 \n  \"\"\";"
            })
    void textBlocksAreStrippedBeforeTheyAreUnescaped(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsExactly("a\n  b  \ncd\n", "\n\"\"\"A\n");
    }

    @Test
    @Body(
            type = "Object",
            value = {"return SEVEN;", "return Bodies.SEVEN;", "return bodies.Bodies.TEXT;", "return Integer.MAX_VALUE;"
            })
    void namesOfConstantVariablesAreConstant(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsExactly(7, 7, "text", Integer.MAX_VALUE);
    }

    @Test
    @Body(
            type = "Object",
            value = {"final int k = 1 + 2; return k;", "final String k = TEXT + 1; return k;"})
    void finalLocalsWithConstantInitializersAreConstant(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsExactly(3, "text1");
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "int k = 1; return k;",
                "final int k; k = 1; return k;",
                "final Integer k = 1; return k;",
                "final int k = n; return k;",
                "return n;"
            })
    void otherLocalsAreNot(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsOnlyNulls();
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return BOXED;", "return COMPUTED;", "return variable;", "return make().yes;", "return make().SEVEN;",
                "return Color.RED;", "return null;", "return n++;", "return a.length;", "return int.class;"
            })
    void whatIsNoConstantExpressionHasNoValue(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsOnlyNulls();
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return (byte) 300;", "return (char) 65;", "return (int) 3.9f;", "return (long) -1.5;",
                "return (int) 1e20;", "return (String) \"a\";", "return (short) 'a';", "return (double) 1 / 2;"
            })
    void castsToPrimitivesAndStringsAreConstant(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsExactly((byte) 300, 'A', 3, -1L, Integer.MAX_VALUE, "a", (short) 97, 0.5);
    }

    @Test
    @Body(
            type = "Object",
            value = {"return (Object) \"a\";", "return (Integer) 1;", "return (Boolean) true;", "return (long) n;"})
    void otherCastsAreNot(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsOnlyNulls();
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return 7 / 2;", "return 7 % -2;", "return 7 / 2.0;", "return 2147483647 + 1;", "return 1L + 2;",
                "return 'a' + 1;", "return 0.1f + 0.2f;", "return 1.0 / 0;", "return -7 >> 1;", "return -1 >>> 31;",
                "return 1 << 33;", "return 1L << 33;", "return ~5 & 6 | 8 ^ 1;", "return 16777217 + 0f;"
            })
    void numbersAreComputedAsTheirPromotedTypesAre(List<AsyncBody> bodies) {
        assertThat(values(bodies))
                .containsExactly(
                        7 / 2,
                        7 % -2,
                        7 / 2.0,
                        Integer.MIN_VALUE,
                        3L,
                        98,
                        0.1f + 0.2f,
                        1.0 / 0,
                        -7 >> 1,
                        -1 >>> 31,
                        1 << 33,
                        1L << 33,
                        ~5 & 6 | 8 ^ 1,
                        16777217 + 0f);
    }

    @Test
    @Body(
            type = "Object",
            value = {"return 1 / 0;", "return 1L % 0;", "return 1 / 0 == 1 || true;"})
    void aDivisionByZeroIsNoConstant(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsOnlyNulls();
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return !false;", "return 1 < 2 && 2 <= 2;", "return true ^ true;", "return false | 3 != 3L;",
                "return 'a' == 97;", "return 0.0 == -0.0;", "return 0.0 / 0 == 0.0 / 0;",
                        "return \"ab\" == \"a\" + 'b';",
                "return TEXT != \"text\";", "return true == !true;"
            })
    void conditionsAreDecided(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsExactly(true, true, false, false, true, true, false, true, false, false);
    }

    @Test
    @Body(
            type = "Object",
            value = {"return false && b;", "return true || ask(1);", "return b || !b;"})
    void aConditionIsNotConstantIfOneOfItsOperandsIsNot(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsOnlyNulls();
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return \"a\" + 1 + 2;",
                "return 1 + 2 + \"a\";",
                "return \"\" + 'c' + 1.0f + true;",
                "return \"\" + 1e10 + 1L;"
            })
    void concatenationsAreConstant(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsExactly("a12", "3a", "c1.0true", "1.0E101");
    }

    @Test
    @Body(
            type = "Object",
            value = {
                "return true ? 1 : 2L;",
                "return (SEVEN > 7 ? 'a' : 98);",
                "return (true ? \"a\" : TEXT) + 1;",
                "return b ? 1 : 2;"
            })
    void conditionalsHaveTheTypeOfBothBranches(List<AsyncBody> bodies) {
        assertThat(values(bodies)).containsExactly(1L, 'b', "a1", null);
    }
}
