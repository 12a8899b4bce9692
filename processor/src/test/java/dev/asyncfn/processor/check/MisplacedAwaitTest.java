package dev.asyncfn.processor.check;

import dev.asyncfn.processor.Misuse;
import dev.asyncfn.processor.diag.Problem;
import org.junit.jupiter.api.Test;

class MisplacedAwaitTest {
    /** A selected method is marked at its dot, as by javac itself. */
    @Test
    void awaitInSynchronized() {
        Misuse.in("AwaitInSynchronized.java")
                .has(Problem.AWAIT_IN_SYNCHRONIZED, 13, 17)
                .has(Problem.AWAIT_IN_SYNCHRONIZED, 14, 29)
                .has(Problem.AWAIT_IN_SYNCHRONIZED, 25, 28)
                .has(Problem.AWAIT_IN_SYNCHRONIZED, 36, 27)
                .andNothingElse();
    }

    @Test
    void awaitInLambda() {
        Misuse.in("AwaitInLambda.java")
                .has(Problem.AWAIT_IN_LAMBDA, 13, 50)
                .has(Problem.AWAIT_IN_LAMBDA, 16, 24)
                .has(Problem.AWAIT_IN_LAMBDA, 21, 58)
                .andNothingElse();
    }

    @Test
    void awaitInClass() {
        Misuse.in("AwaitInClass.java")
                .has(Problem.AWAIT_IN_CLASS, 16, 24)
                .has(Problem.AWAIT_IN_CLASS, 26, 24)
                .has(Problem.AWAIT_IN_CLASS, 33, 24)
                .andNothingElse();
    }

    @Test
    void awaitInConstructorOrInitializer() {
        Misuse.in("AwaitInConstructor.java")
                .has(Problem.AWAIT_IN_CONSTRUCTOR, 20, 22)
                .has(Problem.AWAIT_IN_CONSTRUCTOR, 25, 21)
                .has(Problem.AWAIT_IN_INITIALIZER, 36, 25)
                .has(Problem.AWAIT_IN_INITIALIZER, 39, 26)
                .has(Problem.AWAIT_IN_INITIALIZER, 43, 18)
                .andNothingElse();
    }

    @Test
    void awaitInTryOrSwitchIsFine() {
        Misuse.in("AwaitAnywhere.java").andNothingElse();
    }

    @Test
    void awaitReference() {
        Misuse.in("AwaitReference.java").has(Problem.AWAIT_REFERENCE, 13, 63).andNothingElse();
    }

    @Test
    void awaitNonFuture() {
        Misuse.in("AwaitNonFuture.java")
                .has(Problem.AWAIT_NON_FUTURE, 12, 25)
                .has(Problem.AWAIT_NON_FUTURE, 12, 36)
                .has(Problem.AWAIT_NON_FUTURE, 12, 55)
                .has(Problem.AWAIT_NON_FUTURE, 13, 40)
                .has(Problem.AWAIT_NON_FUTURE, 14, 63)
                .andNothingElse();
    }

    @Test
    void lookAlikesAreFine() {
        Misuse.in("LookAlikes.java").andNothingElse();
    }

    @Test
    void allErrorsOfSeveralFnsAreReportedInOrder() {
        Misuse.in("SeveralFns.java")
                .has(Problem.AWAIT_IN_LAMBDA, 13, 41)
                .has(Problem.SYNCHRONIZED_FN, 18, 22)
                .has(Problem.BLOCKING_CALL, 24, 10)
                .has(Problem.AWAIT_IN_SYNCHRONIZED, 26, 20)
                .andNothingElse();
    }

    @Test
    void allErrorsOfSeveralFilesAreReported() {
        Misuse.in("SeveralFns.java", "SecondFile.java")
                .hasIn("SecondFile.java", Problem.NATIVE_FN, 12, 16)
                .hasIn("SecondFile.java", Problem.AWAIT_IN_LAMBDA, 16, 41)
                .has(Problem.AWAIT_IN_LAMBDA, 13, 41)
                .has(Problem.SYNCHRONIZED_FN, 18, 22)
                .has(Problem.BLOCKING_CALL, 24, 10)
                .has(Problem.AWAIT_IN_SYNCHRONIZED, 26, 20)
                .andNothingElse();
    }
}
