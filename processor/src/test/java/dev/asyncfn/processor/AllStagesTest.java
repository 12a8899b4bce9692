package dev.asyncfn.processor;

import dev.asyncfn.processor.diag.Problem;
import org.junit.jupiter.api.Test;

/** One compilation tells all: what stops a method in one stage hides nothing that another stage says of others. */
class AllStagesTest {
    @Test
    void errorsAndWarningsOfEveryStageAreReportedAtOnce() {
        Misuse.in("NativeFn.java", "AwaitInLambda.java", "NoHandle.java")
                // Checked.
                .hasIn("AwaitInLambda.java", Problem.AWAIT_IN_LAMBDA, 13, 50)
                .hasIn("AwaitInLambda.java", Problem.AWAIT_IN_LAMBDA, 16, 24)
                .hasIn("AwaitInLambda.java", Problem.AWAIT_IN_LAMBDA, 21, 58)
                // Collected.
                .has(Problem.NATIVE_FN, 8, 16)
                // Lowered.
                .hasIn("NoHandle.java", Problem.NOT_LOWERED, 72, 20)
                .hasIn("NoHandle.java", Problem.NOT_LOWERED, 90, 26)
                .andNothingElse();
    }

    @Test
    void fnsThatNothingIsSaidOfAreGeneratedAllTheSame() {
        Misuse.in("SeveralFns.java", "LocalClassFn.java", "UnusedMustUse.java", "FacadeNameTaken.java")
                .hasIn("FacadeNameTaken.java", Problem.FACADE_NAME_TAKEN, 7, 18)
                .hasIn("FacadeNameTaken.java", Problem.FACADE_NAME_TAKEN, 25, 7)
                .hasIn("LocalClassFn.java", Problem.LOCAL_CLASS_FN, 8, 9)
                .hasIn("LocalClassFn.java", Problem.LOCAL_CLASS_FN, 16, 13)
                .hasIn("LocalClassFn.java", Problem.LOCAL_CLASS_FN, 24, 21)
                .has(Problem.AWAIT_IN_LAMBDA, 13, 41)
                .has(Problem.SYNCHRONIZED_FN, 18, 22)
                .has(Problem.BLOCKING_CALL, 24, 10)
                .has(Problem.AWAIT_IN_SYNCHRONIZED, 26, 20)
                .hasIn("UnusedMustUse.java", Problem.UNUSED_MUST_USE, 21, 27)
                .hasIn("UnusedMustUse.java", Problem.UNUSED_MUST_USE, 22, 9)
                .hasIn("UnusedMustUse.java", Problem.UNUSED_MUST_USE, 24, 13)
                .hasIn("UnusedMustUse.java", Problem.UNUSED_MUST_USE, 48, 23)
                .hasIn("UnusedMustUse.java", Problem.UNUSED_MUST_USE, 61, 9)
                .andNothingElse();
    }
}
