package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JLS 14.11.1.1, 14.11.2: which switches always find an entry. */
@BodyTest("""
            enum Color { RED, GREEN }
            static Color color = Color.RED;
            sealed interface Shape permits Circle, Square {}
            record Circle(int size) implements Shape {}
            record Square() implements Shape {}
            static Shape shape = new Square();
        """)
class ExhaustiveSwitchesTest {
    private static ExhaustiveSwitches switches(AsyncBody body) {
        return new ExhaustiveSwitches(body.attribution());
    }

    private static boolean isExhaustive(AsyncBody body) {
        return switches(body).isExhaustive(body.first(SwitchStmt.class));
    }

    private static boolean isEnhanced(AsyncBody body) {
        SwitchStmt choice = body.first(SwitchStmt.class);
        return switches(body).isEnhanced(choice.getSelector(), choice.getEntries());
    }

    @Test
    @Body({
        "switch (n) { default: }",
        "switch (n) { case 1 -> n++; default -> n--; }",
        "switch (s) { default: case \"a\": }"
    })
    void aSwitchWithADefaultIsExhaustive(List<AsyncBody> bodies) {
        assertThat(bodies).allMatch(ExhaustiveSwitchesTest::isExhaustive);
    }

    @Test
    @Body({
        "switch (n) { case 1: }",
        "switch (s) { case \"a\" -> n++; }",
        "switch (color) { case RED, GREEN -> n++; }",
        "switch (i) { case 1: }",
        "switch ('a') { case 'a': }"
    })
    void aSwitchAsItHasAlwaysBeenNeedNotBe(List<AsyncBody> bodies) {
        assertThat(bodies)
                .noneMatch(ExhaustiveSwitchesTest::isExhaustive)
                .noneMatch(ExhaustiveSwitchesTest::isEnhanced);
    }

    @Test
    @Body(
            since = 21,
            value = {
                "switch (shape) { case Circle c -> n++; case Square q -> n--; }",
                "switch (color) { case RED -> n++; case GREEN -> n--; case null -> {} }",
                "switch (o) { case Object x -> n++; }"
            })
    void aSwitchWithAPatternOrANullMustBe(List<AsyncBody> bodies) {
        assertThat(bodies).allMatch(ExhaustiveSwitchesTest::isExhaustive).allMatch(ExhaustiveSwitchesTest::isEnhanced);
    }

    @Test
    @Body(
            since = 21,
            value = {
                "switch (o) { case String t -> n++; case null, default -> n--; }",
                "switch (o) { case null -> n++; default -> n--; }"
            })
    void aDefaultMayStandBesideNull(List<AsyncBody> bodies) {
        assertThat(bodies).allMatch(ExhaustiveSwitchesTest::isExhaustive);
    }

    // ---- patterns that match everything

    private static List<Boolean> unconditional(AsyncBody body) {
        SwitchStmt choice = body.first(SwitchStmt.class);
        return choice.getEntries().stream()
                .map(entry -> switches(body).isUnconditional(entry, choice.getSelector()))
                .toList();
    }

    @Test
    @Body(since = 21, value = "switch (list) { case ArrayList<String> x -> n++; case Collection<String> c -> n--; }")
    void aPatternOfASupertypeMatchesAll(AsyncBody body) {
        assertThat(unconditional(body)).containsExactly(false, true);
    }

    @Test
    @Body(since = 21, value = "switch (i) { case 1 -> n++; case Integer x when x > 2 -> n++; case Number x -> n--; }")
    void soDoesAPatternOfASuperclassOfABox(AsyncBody body) {
        assertThat(unconditional(body)).containsExactly(false, true, true);
    }

    @Test
    @Body(
            since = 21,
            value = "switch (shape) { case Circle(int size) -> n++; case Circle c -> n++; case Square q -> n--; }")
    void aPatternOfARecordDoesNot(AsyncBody body) {
        assertThat(unconditional(body)).containsExactly(false, false, false);
    }

    // ---- guards

    @Test
    @Body(
            since = 21,
            value = "switch (o) { case String t when true -> n++; case Integer k when (1 < 2) -> n++;"
                    + " case Long k when b -> n++; case List<?> x -> n++; default -> n--; }")
    void aGuardThatIsConstantlyTrueIsNone(AsyncBody body) {
        assertThat(body.first(SwitchStmt.class).getEntries())
                .map(switches(body)::isUnguarded)
                .containsExactly(true, true, false, true, true);
    }

    // ---- booleans

    private static SwitchEntry entry(AsyncBody body, int index) {
        return body.first(SwitchExpr.class).getEntry(index);
    }

    @Test
    @Body("n = switch (n) { case 1, 2 -> 3; default -> 4; };")
    void numbersAreNoBooleans(AsyncBody body) {
        assertThat(switches(body).nameBothBooleans(body.first(SwitchExpr.class).getEntries()))
                .isFalse();
        assertThat(switches(body).isUnguarded(entry(body, 0))).isTrue();
    }
}
