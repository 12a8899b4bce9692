package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.Misuse;
import dev.asyncfn.processor.diag.Problem;
import org.junit.jupiter.api.Test;

class LocalClassFnsTest {
    @Test
    void fnOfLocalOrAnonymousClass() {
        Misuse.in("LocalClassFn.java")
                .has(Problem.LOCAL_CLASS_FN, 8, 9)
                .has(Problem.LOCAL_CLASS_FN, 16, 13)
                .has(Problem.LOCAL_CLASS_FN, 24, 21)
                .andNothingElse();
    }

    /** With async fns in the compilation it is the other processor that finds them. */
    @Test
    void fnOfLocalClassBesidesOthers() {
        Misuse.in("LocalClassFn.java", "FinalFns.java")
                .has(Problem.LOCAL_CLASS_FN, 8, 9)
                .has(Problem.LOCAL_CLASS_FN, 16, 13)
                .has(Problem.LOCAL_CLASS_FN, 24, 21)
                .andNothingElse();
    }

    /** That the futures are missing follows from it, and is not said besides. */
    @Test
    void callsOfSuchFns() {
        Misuse.in("CallOfLocalClassFn.java")
                .has(Problem.LOCAL_CLASS_FN, 13, 13)
                .has(Problem.LOCAL_CLASS_FN, 19, 13)
                .has(Problem.LOCAL_CLASS_FN, 30, 13)
                .andNothingElse();
    }

    @Test
    void anotherAnnotationOfTheSameNameIsFine() {
        Misuse.in("LocalClassFnLookAlike.java", "other/AsyncFn.java").andNothingElse();
    }
}
