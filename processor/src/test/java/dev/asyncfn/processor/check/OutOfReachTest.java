package dev.asyncfn.processor.check;

import dev.asyncfn.processor.Misuse;
import dev.asyncfn.processor.diag.Problem;
import java.net.URISyntaxException;
import java.nio.file.Path;
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

    @Test
    void privateTypeThatIsInferred() {
        Misuse.in("InferredPrivateType.java")
                .has(Problem.PRIVATE_TYPE, 23, 13)
                .has(Problem.PRIVATE_TYPE, 30, 20)
                .has(Problem.PRIVATE_TYPE, 35, 20)
                .has(Problem.PRIVATE_TYPE, 40, 13)
                .has(Problem.PRIVATE_TYPE, 48, 13)
                .has(Problem.PRIVATE_TYPE, 55, 39)
                .has(Problem.PRIVATE_TYPE, 62, 17)
                .andNothingElse();
    }

    /** Where javac would name it by itself, be it in a cast or for the parameter of a lambda. */
    @Test
    void privateTypeThatIsInferredInTextThatStaysAsItIs() {
        Misuse.in("PrivateTypeInVerbatimText.java")
                .has(Problem.PRIVATE_TYPE, 122, 25)
                .has(Problem.PRIVATE_TYPE, 128, 25)
                .has(Problem.PRIVATE_TYPE, 134, 41)
                .has(Problem.PRIVATE_TYPE, 140, 39)
                .has(Problem.PRIVATE_TYPE, 146, 50)
                .has(Problem.PRIVATE_TYPE, 152, 41)
                .has(Problem.PRIVATE_TYPE, 159, 34)
                .has(Problem.PRIVATE_TYPE, 164, 33)
                .has(Problem.PRIVATE_TYPE, 169, 34)
                .has(Problem.PRIVATE_TYPE, 175, 41)
                .has(Problem.PRIVATE_TYPE, 181, 16)
                .has(Problem.PRIVATE_TYPE, 186, 34)
                .has(Problem.PRIVATE_TYPE, 191, 34)
                .has(Problem.PRIVATE_TYPE, 198, 33)
                .has(Problem.PRIVATE_TYPE, 203, 27)
                .has(Problem.PRIVATE_TYPE, 208, 27)
                .has(Problem.PRIVATE_TYPE, 213, 33)
                .has(Problem.PRIVATE_TYPE, 220, 39)
                .has(Problem.PRIVATE_TYPE, 227, 26)
                .has(Problem.PRIVATE_TYPE, 232, 28)
                .has(Problem.PRIVATE_TYPE, 238, 17)
                .has(Problem.PRIVATE_TYPE, 247, 31)
                .has(Problem.PRIVATE_TYPE, 255, 37)
                .has(Problem.PRIVATE_TYPE, 263, 31)
                .has(Problem.PRIVATE_TYPE, 280, 15)
                .has(Problem.PRIVATE_TYPE, 286, 23)
                .has(Problem.PRIVATE_TYPE, 294, 39)
                .has(Problem.PRIVATE_TYPE, 299, 40)
                .has(Problem.PRIVATE_TYPE, 304, 63)
                .has(Problem.PRIVATE_TYPE, 312, 18)
                .has(Problem.PRIVATE_TYPE, 321, 18)
                .has(Problem.PRIVATE_TYPE, 334, 28)
                .has(Problem.PRIVATE_TYPE, 343, 28)
                .has(Problem.PRIVATE_TYPE, 356, 18)
                .has(Problem.PRIVATE_TYPE, 368, 17)
                .has(Problem.PRIVATE_TYPE, 378, 24)
                .has(Problem.PRIVATE_TYPE, 387, 30)
                .has(Problem.PRIVATE_TYPE, 396, 20)
                .has(Problem.PRIVATE_TYPE, 413, 27)
                .has(Problem.PRIVATE_TYPE, 418, 27)
                .andNothingElse();
    }

    @Test
    void privateConstructorOfASuperclass() {
        Misuse.in("PrivateConstructor.java")
                .has(Problem.PRIVATE_CONSTRUCTOR, 32, 27)
                .has(Problem.PRIVATE_CONSTRUCTOR, 38, 9)
                .has(Problem.PRIVATE_CONSTRUCTOR, 46, 17)
                .andNothingElse();
    }

    @Test
    void classesNamedLikeThoseAroundThem() {
        Misuse.in("ClassNameTaken.java")
                .has(Problem.CLASS_NAME_TAKEN, 14, 13)
                .has(Problem.CLASS_NAME_TAKEN, 21, 9)
                .has(Problem.CLASS_NAME_TAKEN, 24, 9)
                .has(Problem.CLASS_NAME_TAKEN, 34, 13)
                .has(Problem.CLASS_NAME_TAKEN, 37, 13)
                .has(Problem.CLASS_NAME_TAKEN, 42, 13)
                .has(Problem.CLASS_NAME_TAKEN, 45, 19)
                .andNothingElse();
    }

    @Test
    void facadeOfAClassThatIsNotProcessed() throws URISyntaxException {
        Path sources = Path.of(
                OutOfReachTest.class.getResource("/sources/misuse/implicit").toURI());
        Misuse.in("MissingFacade.java")
                .option("-sourcepath")
                .option(sources.toString())
                .option("-implicit:none")
                .has(Problem.ASYNC_CALL_BLOCKS, 12, 39)
                .has(Problem.MISSING_FACADE, 14, 22)
                .has(Problem.MISSING_FACADE, 14, 45)
                .andNothingElse();
    }

    @Test
    void facadeOfAClassThatIsProcessedToo() {
        Misuse.in("MissingFacade.java", "implicit/elsewhere/Loader.java")
                .has(Problem.ASYNC_CALL_BLOCKS, 12, 39)
                .andNothingElse();
    }

    /** A method handle takes one argument more than its method. */
    @Test
    void privateMethodsThatTakeAllSlots() {
        Misuse.in("NoHandle.java")
                .has(Problem.NOT_LOWERED, 72, 20)
                .has(Problem.NOT_LOWERED, 90, 26)
                .andNothingElse();
    }
}
