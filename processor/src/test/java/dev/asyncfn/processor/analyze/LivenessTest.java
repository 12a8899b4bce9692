package dev.asyncfn.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A variable is live where its present value may still be read. */
@BodyTest("static void use(Object... all) {} static void yes() {} static int fail() { return 0; }")
class LivenessTest {
    private static List<String> liveIn(String role, AsyncBody body) {
        return Analyzed.of(body).liveIn(role);
    }

    @Test
    @Body("use(s); next(n); use(o);")
    void whatIsReadLaterIsLive(AsyncBody body) {
        assertThat(liveIn("START", body)).containsExactly("n", "o", "s");
        assertThat(liveIn("AWAIT_NEXT", body)).containsExactly("o");
    }

    @Test
    @Body("next(1); n = 2; use(n);")
    void whatIsAssignedBeforeItIsReadIsNot(AsyncBody body) {
        assertThat(liveIn("AWAIT_NEXT", body)).isEmpty();
    }

    @Test
    @Body({"next(1); n += 2; use(n);", "next(1); use(n = n + 1);", "next(1); n++; yes();", "next(1); use(n++, n);"})
    void anAssignmentThatReadsTheOldValueNeedsIt(List<AsyncBody> bodies) {
        assertThat(bodies)
                .allSatisfy(body -> assertThat(liveIn("AWAIT_NEXT", body)).containsExactly("n"));
    }

    @Test
    @Body({
        "next(1); if (b) n = 2; use(n);",
        "next(1); while (b) { n = 2; b = false; } use(n);",
        "next(1); b = b && (n = 2) > 1; use(n, b);",
        "next(1); use(b ? n = 2 : 3); use(n, b);",
        "next(1); try { yes(); n = 2; } catch (RuntimeException e) { b = !b; } use(n, b);",
        "next(1); switch (l > 2 ? 1 : 2) { case 1: n = 2; } use(n, l); b = !b;"
    })
    void anAssignmentThatMayBePassedByDoesNotEndIt(List<AsyncBody> bodies) {
        assertThat(bodies)
                .allSatisfy(body -> assertThat(liveIn("AWAIT_NEXT", body)).contains("n"));
    }

    @Test
    @Body({
        "next(1); use(n = 2); use(n);",
        "next(1); { { n = 2; } } use(n);",
        "next(1); synchronized (o) { n = 2; } use(n);"
    })
    void oneThatAlwaysHappensFirstDoes(List<AsyncBody> bodies) {
        assertThat(bodies)
                .allSatisfy(body -> assertThat(liveIn("AWAIT_NEXT", body)).doesNotContain("n"));
    }

    @Test
    @Body("if (b) { next(1); use(s); } else { next(2); use(o); }")
    void eachBranchHasItsOwn(AsyncBody body) {
        Analyzed analyzed = Analyzed.of(body);
        assertThat(analyzed.liveIn("START")).containsExactly("b", "o", "s");
        assertThat(analyzed.liveIn("THEN")).containsExactly("s");
        assertThat(analyzed.liveIn("ELSE")).containsExactly("o");
    }

    @Test
    @Body("while (ask(n)) { use(s); next(1); }")
    void whatTheNextRoundReadsIsLiveAtTheEndOfABody(AsyncBody body) {
        assertThat(liveIn("AWAIT_NEXT", body)).containsExactly("n", "s");
    }

    @Test
    @Body("for (int k : a) { next(k); use(k); }")
    void whatEachRoundDeclaresAnewIsNot(AsyncBody body) {
        Analyzed analyzed = Analyzed.of(body);
        assertThat(analyzed.liveIn("LOOP")).containsExactly("kArray", "kIndex");
        assertThat(analyzed.liveIn("AWAIT_NEXT")).containsExactly("k", "kArray", "kIndex");
    }

    @Test
    @Body("outer: while (b) { next(1); while (n > 0) { if (n > 2) { n = 1; break outer; } n--; } use(s); } use(o);")
    void aJumpOutOfWholeTextLeadsToWhatItsTargetReads(AsyncBody body) {
        assertThat(liveIn("AWAIT_NEXT", body)).containsExactly("b", "n", "o", "s");
    }

    @Test
    @Body("next(1); Runnable r = () -> use(s); r.run();")
    void whatALambdaCapturesIsRead(AsyncBody body) {
        assertThat(liveIn("AWAIT_NEXT", body)).containsExactly("s");
    }

    // ---- exceptions

    @Test
    @Body("try { next(1); } catch (RuntimeException e) { use(s); }")
    void whatAHandlerReadsIsLiveInWhatItGuards(AsyncBody body) {
        assertThat(liveIn("TRY", body)).containsExactly("s");
        assertThat(liveIn("AWAIT_NEXT", body)).containsExactly("s");
        assertThat(liveIn("AFTER_TRY", body)).isEmpty();
    }

    @Test
    @Body("try { next(1); n = fail(); n = 3; } catch (RuntimeException e) { use(n); }")
    void anAssignmentDoesNotEndItThere(AsyncBody body) {
        assertThat(liveIn("AWAIT_NEXT", body)).containsExactly("n");
    }

    // ---- finally

    @Test
    @Body(type = "String", value = "try { next(1); if (b) return s; } finally { next(2); } use(o); return null;")
    void whatOnlyAnotherWayThroughAFinallyNeedsIsNotLiveOnThis(AsyncBody body) {
        Analyzed analyzed = Analyzed.of(body);
        assertThat(names(analyzed, "AFTER_TRY")).containsExactly("o");
        assertThat(analyzed.liveIn("FINALLY")).contains("o", "result", "afterFinally");
        assertThat(Analyzed.names(analyzed.liveness().afterEnd(analyzed.block("FINALLY_THEN_RETURN"))))
                .contains("result", "afterFinally")
                .doesNotContain("o");
    }

    private static List<String> names(Analyzed analyzed, String role) {
        return Analyzed.names(analyzed.liveness().in(analyzed.block(role)));
    }

    @Test
    @Body("try { next(1); } finally { use(s); }")
    void whatTheFinallyReadsItselfIsLiveOnEveryWay(AsyncBody body) {
        assertThat(liveIn("AWAIT_NEXT", body)).containsExactly("s");
        assertThat(liveIn("FINALLY", body)).containsExactly("s");
    }
}
