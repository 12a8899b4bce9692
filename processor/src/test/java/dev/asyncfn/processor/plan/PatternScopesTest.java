package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JLS 6.3.1, 6.3.2: how far the variables reach that patterns bind. */
@BodyTest("record Point(Object x, Object y) {}")
class PatternScopesTest {
    private static Patterns patterns(AsyncBody body) {
        return new Patterns(body.declaration(), body.attribution());
    }

    private static List<String> escaping(AsyncBody body, String expression) {
        return patterns(body).escaping(body.expression(expression)).stream()
                .map(TypePatternExpr::getNameAsString)
                .toList();
    }

    private static List<String> flowing(AsyncBody body) {
        return body.block().findAll(Statement.class).stream()
                .filter(patterns(body)::flowOutOf)
                .map(statement -> statement.getClass().getSimpleName())
                .toList();
    }

    @Test
    @Body("if (o instanceof String t && b) { t.length(); }")
    void aVariableUsedInTheBranchEscapesTheCondition(AsyncBody body) {
        assertThat(escaping(body, "o instanceof String t && b")).containsExactly("t");
        assertThat(flowing(body)).isEmpty();
    }

    @Test
    @Body("b = o instanceof String t && t.isEmpty();")
    void aVariableUsedInsideOnlyDoesNot(AsyncBody body) {
        assertThat(escaping(body, "o instanceof String t && t.isEmpty()")).isEmpty();
        assertThat(escaping(body, "o instanceof String t")).containsExactly("t");
    }

    @Test
    @Body("if (o instanceof String t) { n++; }")
    void aVariableThatNobodyUsesDoesNot(AsyncBody body) {
        assertThat(escaping(body, "o instanceof String t")).isEmpty();
    }

    @Test
    @Body("if (!(o instanceof String t && list instanceof ArrayList<String> u)) { return; } t.length(); u.size();")
    void severalMayEscapeTogether(AsyncBody body) {
        assertThat(escaping(body, "!(o instanceof String t && list instanceof ArrayList<String> u)"))
                .containsExactly("t", "u");
    }

    @Test
    @Body({
        "if (!(o instanceof String t)) return; t.length();",
        "if (!(o instanceof String t)) { return; } else { n++; } t.length();",
        "if (o instanceof String t) { n++; } else throw null; t.length();"
    })
    void anIfWhoseBranchDoesNotCompleteBringsVariablesIntoScope(List<AsyncBody> bodies) {
        assertThat(bodies).allSatisfy(body -> assertThat(flowing(body)).containsExactly("IfStmt"));
    }

    @Test
    @Body("while (!(o instanceof String t)) { o = s; } t.length();")
    void aWhileDoes(AsyncBody body) {
        assertThat(flowing(body)).containsExactly("WhileStmt");
    }

    @Test
    @Body("do { o = s; } while (!(o instanceof String t)); t.length();")
    void aDoDoes(AsyncBody body) {
        assertThat(flowing(body)).containsExactly("DoStmt");
    }

    @Test
    @Body("for (; !(o instanceof String t); o = s) { n++; } t.length();")
    void aForDoes(AsyncBody body) {
        assertThat(flowing(body)).containsExactly("ForStmt");
    }

    @Test
    @Body("x: while (!(o instanceof String t)) { o = s; continue x; } t.length();")
    void aLabelledLoopDoes(AsyncBody body) {
        assertThat(flowing(body)).containsExactly("LabeledStmt", "WhileStmt");
    }

    @Test
    @Body({
        "while (!(o instanceof String t)) { o = s; }",
        "for (; o instanceof String t && b; t.length()) { n++; t.length(); }",
        "if (o instanceof String t) t.length();"
    })
    void aStatementAfterWhichNobodyUsesThemDoesNot(List<AsyncBody> bodies) {
        assertThat(bodies).allSatisfy(body -> assertThat(flowing(body)).isEmpty());
    }

    @Test
    @Body("if (o instanceof String t) t.length(); if (!((Object) s instanceof String t)) return; t.isEmpty();")
    void variablesOfOneNameAreKeptApart(AsyncBody body) {
        List<IfStmt> choices = body.block().findAll(IfStmt.class);
        assertThat(patterns(body).flowOutOf(choices.get(0))).isFalse();
        assertThat(patterns(body).flowOutOf(choices.get(1))).isTrue();
    }

    @Test
    @Body("Predicate<Object> p = x -> x instanceof String t && t.isEmpty(); if (o instanceof String t) t.length();")
    void patternsInALambdaBelongToTheLambda(AsyncBody body) {
        assertThat(escaping(body, "x -> x instanceof String t && t.isEmpty()")).isEmpty();
    }

    @Test
    @Body(
            since = 21,
            value = {
                "switch (o) { case Point(Object x, Point(var y, String z)) -> n++; default -> n--; }",
                "switch (o) { case String t when t instanceof String u -> n++; default -> n--; }"
            })
    void theLabelsOfAnEntryBindWhatTheirPatternsName(List<AsyncBody> bodies) {
        assertThat(bodies.stream()
                        .map(body -> Patterns.in(body.first(SwitchEntry.class)).stream()
                                .map(TypePatternExpr::getNameAsString)
                                .toList()))
                .containsExactly(List.of("x", "y", "z"), List.of("t"));
    }
}
