package dev.asyncfn.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import dev.asyncfn.processor.ir.Variable;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** A lambda or a class needs a local copy of a variable that has become a field (JLS 8.1.3, 15.27.2). */
@BodyTest("static void use(Object... all) {} static int call(Supplier<Object> f) { return 0; }")
class CapturesTest {
    private static List<String> captured(AsyncBody body) {
        Analyzed analyzed = Analyzed.of(body);
        return analyzed.steps().stream()
                .flatMap(step -> analyzed.machine().captures(step).stream())
                .map(StateMachine.Capture::variable)
                .map(Variable::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Tuple> copies(AsyncBody body) {
        Analyzed analyzed = Analyzed.of(body);
        return analyzed.steps().stream()
                .flatMap(step -> analyzed.machine().captures(step).stream())
                .map(capture -> tuple(capture.variable().name(), capture.assigned()))
                .toList();
    }

    @Test
    @Body({
        "next(1); Runnable r = () -> use(s);",
        "next(1); Runnable r = new Runnable() { public void run() { use(s); } };",
        "next(1); Supplier<Object> f = () -> (Supplier<Object>) () -> s;"
    })
    void whatItMentionsIsCaptured(List<AsyncBody> bodies) {
        assertThat(bodies).allSatisfy(body -> assertThat(captured(body)).containsExactly("s"));
    }

    @Test
    @Body("next(1); use(s); Supplier<Object> f = o::toString;")
    void whatIsReadAtOnceIsNot(AsyncBody body) {
        assertThat(captured(body)).isEmpty();
    }

    @Test
    @Body("next(1); Runnable r = () -> { String t = \"\"; use(t); for (String s2 : List.of(t)) use(s2); };")
    void whatItDeclaresItselfIsNot(AsyncBody body) {
        assertThat(captured(body)).isEmpty();
    }

    @Test
    @Body("next(1); String t = s; Runnable r = () -> use(t);")
    void aLocalOfTheStateNeedsNoCopy(AsyncBody body) {
        assertThat(captured(body)).isEmpty();
    }

    @Test
    @Body("next(call(() -> s));")
    void whatIsAwaitedMayCaptureToo(AsyncBody body) {
        Analyzed analyzed = Analyzed.of(body);
        assertThat(analyzed.machine().captures(analyzed.block("START")))
                .extracting(capture -> capture.variable().name())
                .containsExactly("s");
    }

    @Test
    @Body("next(1); String t = s; next(2); Runnable r = () -> use(t); next(3); use(t);")
    void aCopyIsMadeOfTheValue(AsyncBody body) {
        assertThat(copies(body)).containsExactly(tuple("t", false));
    }

    @Test
    @Body("next(1); String t; if (b) { t = s; Runnable r = () -> use(t); } else { t = null; } next(2); use(t);")
    void inAStatementThatAssignsItAndCapturesItTheCopyIsAssignedThere(AsyncBody body) {
        assertThat(copies(body)).containsExactly(tuple("t", true));
    }

    @Test
    @Body(since = 21, value = "next(1); switch (o) { case String t -> { Runnable r = () -> use(t); } default -> {} }")
    void aCopyOfWhatALabelBindsIsTheLabels(AsyncBody body) {
        assertThat(captured(body)).isEmpty();
    }
}
