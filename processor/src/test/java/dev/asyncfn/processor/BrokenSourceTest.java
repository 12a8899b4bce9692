package dev.asyncfn.processor;

import dev.asyncfn.processor.diag.Problem;
import org.junit.jupiter.api.Test;

/** A file that does not compile: javac's own errors are the only ones. */
class BrokenSourceTest {
    private static final String LATE =
            "File for type '%s' created in the last round will not be subject to annotation processing.";

    @Test
    void bodyThatDoesNotTypeCheck() {
        Misuse.in("BrokenBody.java")
                .hasJavacError("incompatible types: java.lang.String cannot be converted to int", 12, 21)
                .hasJavacError("cannot find symbol", 13, 16)
                .andNothingElse();
    }

    @Test
    void signatureThatDoesNotTypeCheck() {
        Misuse.in("BrokenSignature.java")
                .hasJavacError("cannot find symbol", 7, 16)
                .andNothingElse();
    }

    /** Another processor might have written it, so nothing is generated before the last round. */
    @Test
    void bodyThatNamesAMissingClass() {
        Misuse.in("MissingClass.java")
                .hasJavacWarning(LATE.formatted("misuse.MissingClassAsync"))
                .hasJavacError("cannot find symbol", 14, 9)
                .andNothingElse();
    }

    /** javac stops at the field's type, and would not say why it is missing. */
    @Test
    void bodyThatNamesAMissingClassWhereADeclarationNamesTheFacade() {
        Misuse.in("MissingClassBehindField.java")
                .hasJavacError("package MissingClassBehindFieldAsync does not exist", 13, 39)
                .has(Problem.UNTYPABLE_OWNER, 9, 7)
                .andNothingElse();
    }

    @Test
    void fileThatDoesNotParse() {
        Misuse.in("BrokenSyntax.java").hasJavacError("';' expected", 8, 17).andNothingElse();
    }
}
