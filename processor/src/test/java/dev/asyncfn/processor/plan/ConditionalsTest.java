package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From where on a piece of a body is evaluated only sometimes. */
@BodyTest
class ConditionalsTest {
    private static boolean mayBeSkipped(AsyncBody body, String expression) {
        return Conditionals.mayBeSkipped(body.expression(expression));
    }

    @Test
    @Body({"b = ask(1) && ask(2);", "b = ask(1) || ask(2);"})
    void theRightSideOfAShortCircuitMayBeSkipped(List<AsyncBody> bodies) {
        assertThat(bodies)
                .allMatch(body -> mayBeSkipped(body, "ask(2)"))
                .noneMatch(body -> mayBeSkipped(body, "ask(1)"));
    }

    @Test
    @Body({"b = ask(1) & ask(2);", "b = ask(1) ^ ask(2);", "n = next(1) + (ask(2) ? 1 : 2);"})
    void anOperandOfAnotherOperatorMayNot(List<AsyncBody> bodies) {
        assertThat(bodies).noneMatch(body -> mayBeSkipped(body, "ask(2)"));
    }

    @Test
    @Body("n = ask(1) ? next(2) : next(3);")
    void theBranchesOfAConditionalMayBeSkipped(AsyncBody body) {
        assertThat(mayBeSkipped(body, "ask(1)")).isFalse();
        assertThat(mayBeSkipped(body, "next(2)")).isTrue();
        assertThat(mayBeSkipped(body, "next(3)")).isTrue();
    }

    @Test
    @Body("n = switch (next(1)) { case 1 -> 2; default -> 3; };")
    void theEntriesOfASwitchMayBeSkipped(AsyncBody body) {
        assertThat(mayBeSkipped(body, "next(1)")).isFalse();
        assertThat(body.block().findAll(SwitchEntry.class)).hasSize(2).allMatch(Conditionals::mayBeSkipped);
    }

    @Test
    @Body({
        "if (b) n++;",
        "while (b) n++;",
        "do n++; while (b);",
        "for (; b; ) n++;",
        "for (int x : a) n++;",
        "switch (n) { default: n++; }",
        "try { n++; } finally { n--; }",
        "assert b;"
    })
    void aStatementThatChoosesRepeatsOrCatchesMayStopInside(List<AsyncBody> bodies) {
        assertThat(bodies).allMatch(body -> Conditionals.mayStopInside(body.statement()));
    }

    /** What they contain decides. */
    @Test
    @Body("{ x: { synchronized (o) { n++; } } return; }")
    void aStatementThatRunsToItsEndOrLeavesMayNot(AsyncBody body) {
        assertThat(body.block().findAll(Statement.class)).noneMatch(Conditionals::mayStopInside);
    }
}
