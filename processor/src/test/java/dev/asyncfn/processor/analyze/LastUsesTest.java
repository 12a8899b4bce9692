package dev.asyncfn.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import dev.asyncfn.processor.ir.Block;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A suspended future refers to nothing of which it will make no use any more. */
@BodyTest("static void use(Object... all) {} static int of(Object x) { return 0; } int field;")
class LastUsesTest {
    /** Where which fields are nulled: at a step, before a poll, or at the beginning of a block. */
    private static List<String> nulled(AsyncBody body) {
        Analyzed analyzed = Analyzed.of(body);
        StateMachine machine = analyzed.machine();
        List<String> found = new ArrayList<>();
        for (Block block : analyzed.flow().blocks()) {
            Analyzed.names(machine.deadOnEntry(block))
                    .forEach(name -> found.add("entry of " + block.role() + ": " + name));
            block.steps()
                    .forEach(step -> Analyzed.names(machine.lastUsedBy(step))
                            .forEach(name -> found.add("step of " + block.role() + ": " + name)));
            Analyzed.names(machine.lastUsedBeforePoll(block))
                    .forEach(name -> found.add("poll of " + block.role() + ": " + name));
        }
        return found;
    }

    @Test
    @Body("use(o); next(1); use(s);")
    void afterItsLastUseAReferenceIsNulled(AsyncBody body) {
        assertThat(nulled(body)).containsExactly("step of START: o");
    }

    @Test
    @Body("next(of(o)); use(s);")
    void ifWhatIsAwaitedUsesItBeforeThePoll(AsyncBody body) {
        assertThat(nulled(body)).containsExactly("poll of START: o");
    }

    @Test
    @Body("next(1); use(o); use(s);")
    void notIfNoAwaitFollows(AsyncBody body) {
        assertThat(nulled(body)).isEmpty();
    }

    @Test
    @Body("use(n, b); next(1);")
    void notIfItIsAPrimitive(AsyncBody body) {
        assertThat(nulled(body)).isEmpty();
    }

    @Test
    @Body("String x = s; use(x); next(1);")
    void notIfItIsALocalOfAState(AsyncBody body) {
        assertThat(nulled(body)).containsExactly("step of START: s");
    }

    @Test
    @Body(modifiers = "", value = "field++; next(1);")
    void notIfItIsTheObjectOfTheFn(AsyncBody body) {
        assertThat(nulled(body)).isEmpty();
    }

    @Test
    @Body("if (b) { use(o); } else { next(1); } next(2);")
    void whereABranchDoesNotUseItAtItsBeginning(AsyncBody body) {
        assertThat(nulled(body)).contains("entry of ELSE: o", "step of THEN: o");
    }

    @Test
    @Body("while (ask(n)) { use(o); } next(2);")
    void whatALoopUsesIsNulledAfterIt(AsyncBody body) {
        assertThat(nulled(body)).containsExactly("entry of AFTER_LOOP: o");
    }

    @Test
    @Body("out: { if (b) break out; use(o); next(1); } next(2);")
    void whatAJumpPassesByIsNulledAtItsTarget(AsyncBody body) {
        assertThat(nulled(body)).contains("entry of AFTER_OUT: o");
    }

    @Test
    @Body("out: { next(1); use(o); if (b) break out; return; } next(2);")
    void soIsWhatIsUsedBeforeAJumpAndNotAfterIt(AsyncBody body) {
        assertThat(nulled(body)).containsExactly("entry of AFTER_OUT: o");
    }

    @Test
    @Body("try { next(1); use(o); } catch (RuntimeException e) { next(2); }")
    void whatAnExceptionPassesByIsNulledInTheHandler(AsyncBody body) {
        assertThat(nulled(body)).contains("entry of CATCH: o");
    }

    @Test
    @Body("try { use(o); next(1); } catch (RuntimeException e) { next(2); }")
    void soIsWhatIsUsedBeforeAnAwaitThere(AsyncBody body) {
        assertThat(nulled(body)).contains("step of TRY: o", "entry of CATCH: o");
    }

    @Test
    @Body("Object x = o; next(1); use(x); try { x = s; use(n); use(x); } catch (RuntimeException e) { next(2); }")
    void soIsWhatIsAssignedThere(AsyncBody body) {
        assertThat(nulled(body)).contains("entry of CATCH: x");
    }

    @Test
    @Body("use(o); o = s; next(1); use(o);")
    void notIfItIsAssignedAgainBeforeTheAwait(AsyncBody body) {
        assertThat(nulled(body)).containsExactly("step of START: s");
    }

    @Test
    @Body("out: { use(o); if (b) break out; o = s; next(1); use(o); } next(2);")
    void butIfThatMayNotHappen(AsyncBody body) {
        assertThat(nulled(body)).contains("step of START: o");
    }

    @Test
    @Body("String x = s; next(1); use(x); x = null; next(2); use(x);")
    void notIfTheUserDoesIt(AsyncBody body) {
        assertThat(nulled(body)).containsExactly("step of START: s");
    }
}
