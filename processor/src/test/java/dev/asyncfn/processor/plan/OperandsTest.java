package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JLS 15.7: which operands an expression has, in the order in which they are evaluated. */
@BodyTest("""
            int field;
            static int shared;
            Bodies self;
            static Bodies make() { return new Bodies(); }
            Bodies me() { return this; }
            static int sum(int... all) { return 0; }
            class Inner { Inner(int n) {} }
        """)
class OperandsTest {
    private static List<String> operands(AsyncBody body, String expression) {
        return new Operands(body.attribution())
                .of(body.expression(expression)).stream()
                        .map(Expression::toString)
                        .toList();
    }

    private static List<String> operandsOfFirst(AsyncBody body) {
        Expression whole = body.statement().asExpressionStmt().getExpression();
        return operands(body, whole.toString());
    }

    @Test
    @Body("make().me().equals(n + 1);")
    void aCallHasItsReceiverAndThenItsArguments(AsyncBody body) {
        assertThat(operandsOfFirst(body)).containsExactly("make().me()", "n + 1");
    }

    @Test
    @Body({"sum(1, n, 3);", "Bodies.sum(1, n, 3);", "bodies.Bodies.sum(1, n, 3);"})
    void theNameOfATypeIsNotEvaluated(List<AsyncBody> bodies) {
        assertThat(bodies).allSatisfy(body -> assertThat(operandsOfFirst(body)).containsExactly("1", "n", "3"));
    }

    @Test
    @Body("make().new Inner(n);")
    void aCreationHasTheOuterInstanceAndThenItsArguments(AsyncBody body) {
        assertThat(operandsOfFirst(body)).containsExactly("make()", "n");
    }

    @Test
    @Body("int[][][] x = new int[n][n + 1][];")
    void anArrayHasItsDimensions(AsyncBody body) {
        assertThat(operands(body, "new int[n][n + 1][]")).containsExactly("n", "n + 1");
    }

    @Test
    @Body("int[] x = new int[] { n, 2 };")
    void anInitializerOfAnArrayHasItsElements(AsyncBody body) {
        assertThat(operands(body, "new int[] { n, 2 }")).containsExactly("{ n, 2 }");
        assertThat(operands(body, "{ n, 2 }")).containsExactly("n", "2");
    }

    @Test
    @Body({"a[n] = 2;", "a[n] += 2;", "(a[n]) = 2;"})
    void anAssignmentToAnElementHasTheArrayAndTheIndexBeforeItsRightSide(List<AsyncBody> bodies) {
        assertThat(bodies).allSatisfy(body -> assertThat(operandsOfFirst(body)).containsExactly("a", "n", "2"));
    }

    @Test
    @Body({"make().field = n;", "make().field -= n;"})
    void anAssignmentToAFieldHasTheObjectBeforeItsRightSide(List<AsyncBody> bodies) {
        assertThat(bodies).allSatisfy(body -> assertThat(operandsOfFirst(body)).containsExactly("make()", "n"));
    }

    @Test
    @Body({"n = 2;", "shared = 2;", "Bodies.shared += 2;"})
    void anAssignmentToAVariableHasItsRightSideOnly(List<AsyncBody> bodies) {
        assertThat(bodies).allSatisfy(body -> assertThat(operandsOfFirst(body)).containsExactly("2"));
    }

    @Test
    @Body({"a[n]++;", "--a[n];"})
    void aStepHasWhatItsPlaceHas(List<AsyncBody> bodies) {
        assertThat(bodies).allSatisfy(body -> assertThat(operandsOfFirst(body)).containsExactly("a", "n"));
    }

    @Test
    @Body({"n = -l > 2 ? 1 : 2;", "b = !ask(1) && ask(2);", "b = ask(1) | ask(2);"})
    void whatMayBeSkippedIsNoOperand(List<AsyncBody> bodies) {
        assertThat(operands(bodies.get(0), "-l > 2 ? 1 : 2")).containsExactly("-l > 2");
        assertThat(operands(bodies.get(0), "-l")).containsExactly("l");
        assertThat(operands(bodies.get(1), "!ask(1) && ask(2)")).containsExactly("!ask(1)");
        assertThat(operands(bodies.get(2), "ask(1) | ask(2)")).containsExactly("ask(1)", "ask(2)");
    }

    @Test
    @Body({
        "n = (int) l;",
        "b = o instanceof String;",
        "n = make().self.field;",
        "Supplier<String> f = o::toString;",
        "n = switch (n) { default -> 2; };"
    })
    void whatSelectsOrConvertsHasOneOperand(List<AsyncBody> bodies) {
        assertThat(operands(bodies.get(0), "(int) l")).containsExactly("l");
        assertThat(operands(bodies.get(1), "o instanceof String")).containsExactly("o");
        assertThat(operands(bodies.get(2), "make().self.field")).containsExactly("make().self");
        assertThat(operands(bodies.get(3), "o::toString")).containsExactly("o");
        assertThat(new Operands(bodies.get(4).attribution())
                        .of(bodies.get(4).first(AssignExpr.class).getValue()))
                .hasToString("[n]");
    }

    @Test
    @Body({
        "Function<Object, String> f = Object::toString;",
        "Function<Integer, int[]> f = int[]::new;",
        "n = Bodies.shared;"
    })
    void whatNamesATypeHasNone(List<AsyncBody> bodies) {
        assertThat(operands(bodies.get(0), "Object::toString")).isEmpty();
        assertThat(operands(bodies.get(1), "int[]::new")).isEmpty();
        assertThat(operands(bodies.get(2), "Bodies.shared")).isEmpty();
    }

    @Test
    @Body({"n = make().shared;", "make().sum(1);", "n = make().self.shared;"})
    void theExpressionBeforeAStaticMemberIsEvaluatedAndDiscarded(List<AsyncBody> bodies) {
        assertThat(bodies.stream()
                        .map(body -> new Operands(body.attribution()).discarded(selection(body)))
                        .map(Expression::toString))
                .containsExactly("make()", "make()", "make().self");
    }

    @Test
    @Body({"n = make().field;", "Bodies it = null; n = it.shared;", "n = Bodies.shared;", "((Bodies) null).sum(1);"})
    void nothingIsDiscardedThatNobodyCanNotice(List<AsyncBody> bodies) {
        assertThat(bodies)
                .allSatisfy(body -> assertThat(new Operands(body.attribution()).discarded(selection(body)))
                        .isNull());
    }

    private static Expression selection(AsyncBody body) {
        Expression last = body.block()
                .getStatements()
                .getLast()
                .orElseThrow()
                .asExpressionStmt()
                .getExpression();
        return last instanceof AssignExpr assign ? assign.getValue() : last;
    }
}
