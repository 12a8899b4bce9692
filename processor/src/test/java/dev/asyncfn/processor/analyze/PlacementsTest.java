package dev.asyncfn.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import dev.asyncfn.processor.ir.Variable.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each variable has the shortest lived home that holds its value as long as it is needed. */
@BodyTest("static void use(Object... all) {} int field; static void yes() {}")
class PlacementsTest {
    /** Names as they are in the generated class. */
    private static List<String> in(Storage storage, AsyncBody body) {
        StateMachine machine = body.machine();
        return machine.variables(storage).stream()
                .filter(variable -> storage != Storage.CASE || variable.role() != Role.PARAMETER) // unused ones
                .map(variable -> machine.placement(variable).name())
                .sorted()
                .toList();
    }

    // ---- homes

    @Test
    @Body("int x = n; next(1); use(x);")
    void whatAnAwaitStandsBetweenIsAField(AsyncBody body) {
        assertThat(in(Storage.FIELD, body)).contains("x");
        assertThat(in(Storage.CASE, body)).doesNotContain("x");
    }

    @Test
    @Body("next(1); int x = n; use(x); next(2);")
    void whatOneStateUsesIsALocalOfIt(AsyncBody body) {
        assertThat(in(Storage.CASE, body)).contains("x");
        assertThat(in(Storage.FIELD, body)).doesNotContain("x");
    }

    @Test
    @Body("int x = n; if (b) { next(1); x = 2; } use(x);")
    void whatSeveralStatesUseWithoutAnAwaitBetweenIsALocalOfPoll(AsyncBody body) {
        assertThat(in(Storage.POLL, body)).containsExactly("x");
        assertThat(in(Storage.FIELD, body)).doesNotContain("x");
    }

    @Test
    @Body("final int X = 5; final String TEXT = \"a\"; next(X); use(X, TEXT);")
    void aConstantIsOneIfSeveralStatesUseIt(AsyncBody body) {
        assertThat(in(Storage.CONSTANT, body)).containsExactly("TEXT", "X");
        assertThat(in(Storage.FIELD, body)).doesNotContain("X", "TEXT");
    }

    @Test
    @Body("next(1); final int X = 5; use(X);")
    void butALocalIfOneDoes(AsyncBody body) {
        assertThat(in(Storage.CONSTANT, body)).isEmpty();
        assertThat(in(Storage.CASE, body)).containsExactly("X");
    }

    @Test
    @Body("use(n);")
    void aParameterIsAFieldIfItIsUsed(AsyncBody body) {
        assertThat(in(Storage.FIELD, body)).containsExactly("n");
    }

    @Test
    @Body(modifiers = "", value = "field++;")
    void soIsTheObjectOfTheFn(AsyncBody body) {
        assertThat(in(Storage.FIELD, body)).hasSize(1);
        assertThat(body.machine().fn().receiver()).isNotNull();
    }

    @Test
    @Body("while (ask(1)) { int x = n; use(x); }")
    void whatEachRoundOfALoopDeclaresIsALocal(AsyncBody body) {
        assertThat(in(Storage.CASE, body)).containsExactly("x");
    }

    @Test
    @Body("int x = 0; while (ask(1)) { use(x); x++; }")
    void whatRoundsHandOnIsAField(AsyncBody body) {
        assertThat(in(Storage.FIELD, body)).contains("x");
    }

    @Test
    @Body("int x; if (b) { next(1); x = 2; } else { x = 3; } Runnable r = () -> use(x); r.run();")
    void whatALambdaCapturesIsNoLocalOfPoll(AsyncBody body) {
        assertThat(in(Storage.POLL, body)).isEmpty();
        assertThat(in(Storage.FIELD, body)).contains("x");
    }

    @Test
    @Body("next(1); int x = n; Runnable r = () -> use(x); r.run();")
    void butItMayBeALocalOfAState(AsyncBody body) {
        assertThat(in(Storage.CASE, body)).contains("x", "r");
    }

    @Test
    @Body("if (o instanceof String t && b) { yes(); if (n > 1) { next(1); } else { use(t); } }")
    void whatAPatternBindsForSeveralStatesIsAField(AsyncBody body) {
        assertThat(in(Storage.FIELD, body)).contains("t");
    }

    @Test
    @Body("int x = n; if (b) { next(1); x = 2; } use(x);")
    void aPollInSeveralMethodsSharesFields(AsyncBody body) {
        StateMachine cut = body.machine().cut();
        assertThat(cut.variables(Storage.POLL)).isEmpty();
        assertThat(Analyzed.names(cut.variables(Storage.FIELD))).contains("x");
    }

    // ---- names

    @Test
    @Body("{ String x = s; next(1); use(x); } { String x = s; next(2); use(x); }")
    void fieldsOfOneNameAndTypeAreOne(AsyncBody body) {
        assertThat(in(Storage.FIELD, body)).containsOnlyOnce("x").doesNotContain("x_2");
    }

    @Test
    @Body("{ String x = s; next(1); use(x); } { Integer x = i; next(2); use(x); }")
    void fieldsOfOneNameAndTwoTypesAreTwo(AsyncBody body) {
        assertThat(in(Storage.FIELD, body)).contains("x", "x_2");
    }

    @Test
    @Body("{ next(1); String x = s; use(x); } { next(2); Integer x = i; use(x); }")
    void localsOfTwoStatesMayHaveOneName(AsyncBody body) {
        assertThat(in(Storage.CASE, body)).containsExactly("x");
    }

    @Test
    @Body(
            "{ String x = s; next(1); Runnable r = () -> use(x); r.run(); } { String x = s + 1; next(2); Runnable r = () -> use(x); r.run(); }")
    void whatIsCapturedSharesNoField(AsyncBody body) {
        assertThat(in(Storage.FIELD, body)).contains("x", "x_2");
    }

    // ---- what a suspended future keeps

    private static Iterable<String> kept(AsyncBody body, String state) {
        Analyzed analyzed = Analyzed.of(body);
        return analyzed.machine().kept(analyzed.state(state));
    }

    @Test
    @Body("String x = s; next(n); use(o, x); ask(2); use(x);")
    void aStateKeepsWhatItsRestReads(AsyncBody body) {
        assertThat(kept(body, "START")).containsExactlyInAnyOrder("s", "n", "o");
        assertThat(kept(body, "AWAIT_NEXT")).containsExactlyInAnyOrder("o", "x");
        assertThat(kept(body, "AWAIT_ASK")).containsExactly("x");
    }
}
