package dev.asyncfn.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import dev.asyncfn.processor.ir.Variable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a variable may have a value. */
@BodyTest("static void use(Object... all) {}")
class AssignedTest {
    /** The locals that may have a value before a block. */
    private static List<String> before(String role, AsyncBody body) {
        Analyzed analyzed = Analyzed.of(body);
        return Analyzed.names(locals(analyzed)
                .filter(variable -> analyzed.assigned().before(analyzed.block(role), variable))
                .toList());
    }

    private static Stream<Variable> locals(Analyzed analyzed) {
        Set<Variable> all = analyzed.steps().stream()
                .flatMap(step -> Effects.uses(step).stream())
                .collect(Collectors.toSet());
        return all.stream().filter(variable -> variable.role() == Variable.Role.LOCAL);
    }

    @Test
    @Body("next(1); use(n); use(o);")
    void parametersAlwaysHaveOne(AsyncBody body) {
        Analyzed analyzed = Analyzed.of(body);
        assertThat(analyzed.graph().parameters())
                .allMatch(parameter -> analyzed.assigned().before(analyzed.block("START"), parameter));
    }

    @Test
    @Body("int x = 1; next(1); int y = 2; int z; next(2); z = 3; use(x, y, z);")
    void aLocalHasOneFromItsFirstAssignmentOn(AsyncBody body) {
        Analyzed analyzed = Analyzed.of(body);
        assertThat(before("AWAIT_NEXT", body)).containsExactly("x");
        assertThat(Analyzed.names(locals(analyzed)
                        .filter(variable -> analyzed.assigned().before(analyzed.second("AWAIT_NEXT"), variable))
                        .toList()))
                .containsExactly("x", "y");
    }

    @Test
    @Body("int x; if (ask(1)) { x = 1; } else { next(2); x = 2; } use(x);")
    void afterABranchWhatOneOfThemAssigned(AsyncBody body) {
        assertThat(before("AWAIT_NEXT", body)).isEmpty();
        assertThat(before("AFTER_IF", body)).containsExactly("x");
    }

    @Test
    @Body("int x; while (ask(1)) { x = 1; use(x); }")
    void inALoopWhatAnEarlierRoundAssigned(AsyncBody body) {
        assertThat(before("LOOP", body)).containsExactly("x");
        assertThat(before("AWAIT_ASK", body)).containsExactly("x");
    }

    @Test
    @Body("int x; try { x = 1; next(1); x = 2; use(x); } catch (RuntimeException e) { use(n); }")
    void inAHandlerWhatWasAssignedBeforeItsException(AsyncBody body) {
        assertThat(before("CATCH", body)).containsExactly("x");
    }

    @Test
    @Body("int x; next(1); outer: { if (b) { x = 1; break outer; } next(2); return; } use(n);")
    void afterAJumpOutOfWholeTextWhatThatAssigned(AsyncBody body) {
        assertThat(before("AFTER_OUTER", body)).containsExactly("x");
    }
}
