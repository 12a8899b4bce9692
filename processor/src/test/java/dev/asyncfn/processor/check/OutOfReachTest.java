package dev.asyncfn.processor.check;

import dev.asyncfn.processor.Misuse;
import dev.asyncfn.processor.diag.Problem;
import org.junit.jupiter.api.Test;

/** What a body can mention and a class beside its own cannot. */
class OutOfReachTest {
    @Test
    void superOfTheOwner() {
        Misuse.in("SuperAccess.java")
                .has(Problem.SUPER_ACCESS, 13, 41)
                .has(Problem.SUPER_ACCESS, 14, 39)
                .has(Problem.SUPER_ACCESS, 15, 16)
                .has(Problem.SUPER_ACCESS, 23, 35)
                .andNothingElse();
    }

    @Test
    void privateTypeInBody() {
        Misuse.in("PrivateTypeInBody.java")
                .has(Problem.PRIVATE_TYPE, 26, 9)
                .has(Problem.PRIVATE_TYPE, 33, 33)
                .has(Problem.PRIVATE_TYPE, 40, 23)
                .has(Problem.PRIVATE_TYPE, 46, 27)
                .andNothingElse();
    }
}
