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
                .has(Problem.PRIVATE_TYPE, 30, 9)
                .has(Problem.PRIVATE_TYPE, 35, 9)
                .has(Problem.PRIVATE_TYPE, 40, 13)
                .has(Problem.PRIVATE_TYPE, 48, 13)
                .has(Problem.PRIVATE_TYPE, 55, 9)
                .has(Problem.PRIVATE_TYPE, 60, 13)
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
