package dev.asyncfn.processor.check;

import dev.asyncfn.processor.Misuse;
import dev.asyncfn.processor.diag.Problem;
import org.junit.jupiter.api.Test;

class LintTest {
    @Test
    void unusedMustUse() {
        Misuse.in("UnusedMustUse.java")
                .has(Problem.UNUSED_MUST_USE, 21, 27)
                .has(Problem.UNUSED_MUST_USE, 22, 9)
                .has(Problem.UNUSED_MUST_USE, 24, 13)
                .has(Problem.UNUSED_MUST_USE, 48, 23)
                .has(Problem.UNUSED_MUST_USE, 61, 9)
                .andNothingElse();
    }

    @Test
    void blockingCall() {
        Misuse.in("BlockingCall.java")
                .has(Problem.BLOCKING_CALL, 22, 15)
                .has(Problem.BLOCKING_CALL, 23, 10)
                .has(Problem.BLOCKING_CALL, 24, 10)
                .has(Problem.BLOCKING_CALL, 25, 13)
                .has(Problem.BLOCKING_CALL, 26, 14)
                .has(Problem.BLOCKING_CALL, 27, 43)
                .has(Problem.BLOCKING_CALL, 29, 13)
                .has(Problem.BLOCKING_CALL, 31, 14)
                .has(Problem.BLOCKING_CALL, 41, 29)
                .has(Problem.BLOCKING_CALL, 42, 37)
                .andNothingElse();
    }

    @Test
    void blockingCallOfLibraries() {
        Misuse.in("BlockingCallOfLibraries.java")
                .has(Problem.BLOCKING_CALL, 26, 13)
                .has(Problem.BLOCKING_CALL, 27, 24)
                .has(Problem.BLOCKING_CALL, 28, 29)
                .has(Problem.BLOCKING_CALL, 29, 28)
                .has(Problem.BLOCKING_CALL, 30, 14)
                .has(Problem.BLOCKING_CALL, 31, 46)
                .has(Problem.BLOCKING_CALL, 32, 32)
                .has(Problem.BLOCKING_CALL, 33, 19)
                .has(Problem.BLOCKING_CALL, 34, 26)
                .has(Problem.BLOCKING_CALL, 35, 15)
                .has(Problem.BLOCKING_CALL, 41, 13)
                .has(Problem.BLOCKING_CALL, 43, 40)
                .has(Problem.BLOCKING_CALL, 46, 27)
                .has(Problem.BLOCKING_CALL, 46, 56)
                .andNothingElse();
    }

    @Test
    void stageThatNobodyLooksAt() {
        Misuse.in("DroppedStage.java")
                .has(Problem.UNUSED_STAGE, 27, 9)
                .has(Problem.UNUSED_STAGE, 28, 26)
                .has(Problem.UNUSED_STAGE, 28, 42)
                .has(Problem.UNUSED_STAGE, 29, 36)
                .has(Problem.UNUSED_STAGE, 31, 13)
                .has(Problem.UNUSED_STAGE, 60, 33)
                .has(Problem.UNUSED_STAGE, 62, 63)
                .has(Problem.UNUSED_STAGE, 63, 37)
                .andNothingElse();
    }

    @Test
    void lockThatIsHeldAcrossAnAwait() {
        Misuse.in("LockAcrossAwait.java")
                .has(Problem.LOCK_ACROSS_AWAIT, 29, 21)
                .has(Problem.LOCK_ACROSS_AWAIT, 40, 25)
                .has(Problem.LOCK_ACROSS_AWAIT, 50, 17)
                .has(Problem.LOCK_ACROSS_AWAIT, 58, 21)
                .has(Problem.LOCK_ACROSS_AWAIT, 66, 13)
                .has(Problem.LOCK_ACROSS_AWAIT, 136, 25)
                .has(Problem.LOCK_ACROSS_AWAIT, 146, 21)
                .has(Problem.LOCK_ACROSS_AWAIT, 152, 21)
                .has(Problem.LOCK_ACROSS_AWAIT, 161, 21)
                .has(Problem.LOCK_ACROSS_AWAIT, 184, 39)
                .has(Problem.LOCK_ACROSS_AWAIT, 197, 13)
                .andNothingElse();
    }

    @Test
    void asyncCallBlocks() {
        Misuse.in("AsyncCallBlocks.java")
                .has(Problem.ASYNC_CALL_BLOCKS, 16, 42)
                .has(Problem.ASYNC_CALL_BLOCKS, 17, 38)
                .has(Problem.ASYNC_CALL_BLOCKS, 19, 51)
                .andNothingElse();
    }

    @Test
    void implicitAwaitIsFineByDefault() {
        Misuse.in("ImplicitAwait.java").andNothingElse();
    }

    @Test
    void implicitAwaitIfAsked() {
        Misuse.in("ImplicitAwait.java")
                .option("-Aasyncfn.explicitAwait=warn")
                .has(Problem.IMPLICIT_AWAIT, 20, 9)
                .has(Problem.IMPLICIT_AWAIT, 21, 70)
                .has(Problem.IMPLICIT_AWAIT, 21, 86)
                .andNothingElse();
    }

    /** What javac infers as it likes would be ambiguous in {@code await(...)}. */
    @Test
    void implicitAwaitOfAnInferredResultIsFine() {
        Misuse.in("BareAwaits.java").option("-Aasyncfn.explicitAwait=warn").andNothingElse();
    }

    @Test
    void shadowedAwait() {
        Misuse.in("ShadowedAwait.java")
                .has(Problem.SHADOWED_AWAIT, 26, 20)
                .has(Problem.SHADOWED_AWAIT, 26, 35)
                .has(Problem.SHADOWED_AWAIT, 26, 51)
                .andNothingElse();
    }

    @Test
    void shadowedAwaitWhoseImportIsHardToRead() {
        Misuse.in("ImportOfAwaitInEscapes.java")
                .has(Problem.SHADOWED_AWAIT, 16, 16)
                .andNothingElse();
    }

    @Test
    void whatACommentAndATextBlockImportIsNotShadowed() {
        Misuse.in("ImportOfAwaitInAComment.java").andNothingElse();
    }

    @Test
    void suppressWarningsSilencesItsId() {
        Misuse.in("SuppressedWarnings.java")
                .has(Problem.UNUSED_MUST_USE, 36, 15)
                .andNothingElse();
    }
}
