package dev.asyncfn.processor.check;

import dev.asyncfn.processor.Misuse;
import dev.asyncfn.processor.diag.Problem;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** What a body can mention and a class beside its own cannot. */
class OutOfReachTest {
    /** A type parameter of the future stands for it. */
    @Test
    void whatCannotBeDoneWithAPrivateType() {
        Misuse.in("PrivateTypeInBody.java")
                .has(Problem.PRIVATE_PATTERN, 100, 29)
                .has(Problem.PRIVATE_FUNCTION, 113, 34)
                .has(Problem.PRIVATE_FUNCTION, 118, 34)
                .has(Problem.PRIVATE_GENERIC_TYPE, 124, 9)
                .has(Problem.PRIVATE_SUPERTYPE, 130, 35)
                .has(Problem.PRIVATE_SUPERTYPE, 136, 19)
                .has(Problem.PRIVATE_SUPERTYPE, 143, 9)
                .has(Problem.PRIVATE_SUPERTYPE, 149, 37)
                .has(Problem.PRIVATE_SUPERTYPE, 154, 27)
                .has(Problem.PRIVATE_TYPE_NAME, 159, 27)
                .has(Problem.PRIVATE_TYPE_NAME, 164, 16)
                .has(Problem.PRIVATE_TYPE_NAME, 169, 16)
                .has(Problem.PRIVATE_ARRAY, 174, 27)
                .has(Problem.PRIVATE_ARRAY, 179, 20)
                .has(Problem.PRIVATE_IN_CLASS, 185, 21)
                .has(Problem.PRIVATE_TYPE, 193, 29)
                .has(Problem.PRIVATE_ARRAY, 199, 9)
                .has(Problem.PRIVATE_IN_CLASS, 207, 29)
                .has(Problem.PRIVATE_CATCH, 226, 22)
                .has(Problem.PRIVATE_CATCH, 237, 18)
                .has(Problem.PRIVATE_IN_CLASS, 245, 32)
                .has(Problem.PRIVATE_IN_CLASS, 251, 25)
                .has(Problem.PRIVATE_TYPE_NAME, 261, 9)
                .has(Problem.PRIVATE_TYPE_NAME, 270, 36)
                .has(Problem.PRIVATE_ARRAY, 287, 19)
                .has(Problem.PRIVATE_ARRAY, 292, 19)
                .has(Problem.PRIVATE_FUNCTION, 315, 27)
                .has(Problem.PRIVATE_FUNCTION, 325, 31)
                .has(Problem.PRIVATE_IN_CLASS, 340, 25)
                .has(Problem.PRIVATE_IN_CLASS, 349, 31)
                .has(Problem.PRIVATE_IN_CLASS, 370, 9)
                .andNothingElse();
    }

    @Test
    void exceptionClassesOfGenericFns() {
        Misuse.in("GenericExceptions.java")
                .has(Problem.GENERIC_EXCEPTION, 16, 13)
                .has(Problem.GENERIC_EXCEPTION, 30, 24)
                .has(Problem.GENERIC_EXCEPTION, 40, 24)
                .has(Problem.GENERIC_EXCEPTION, 44, 24)
                .has(Problem.GENERIC_EXCEPTION, 47, 28)
                .has(Problem.GENERIC_EXCEPTION, 55, 13)
                .has(Problem.GENERIC_EXCEPTION, 64, 13)
                .has(Problem.GENERIC_EXCEPTION, 75, 17)
                .has(Problem.GENERIC_EXCEPTION, 80, 13)
                .has(Problem.GENERIC_EXCEPTION, 90, 13)
                .has(Problem.GENERIC_EXCEPTION, 133, 13)
                .has(Problem.GENERIC_EXCEPTION, 143, 38)
                .has(Problem.GENERIC_EXCEPTION, 152, 13)
                .has(Problem.GENERIC_EXCEPTION, 163, 13)
                .has(Problem.GENERIC_EXCEPTION, 173, 17)
                .has(Problem.PRIVATE_IN_CLASS, 185, 13)
                .has(Problem.PRIVATE_IN_CLASS, 197, 34)
                .has(Problem.PRIVATE_TYPE, 222, 26)
                .andNothingElse();
    }

    @Test
    @EnabledForJreRange(minVersion = 21)
    void recordPatternsInWhichTheOrderOfCallsCouldBeSeen() {
        Misuse.in("EarlyAccessor.java")
                .has(Problem.PRIVATE_PATTERN, 36, 40)
                .has(Problem.PRIVATE_PATTERN, 43, 18)
                .has(Problem.PRIVATE_PATTERN, 51, 46)
                .has(Problem.PRIVATE_PATTERN, 57, 40)
                .andNothingElse();
    }

    /** Where javac would name it by itself, whether in a cast or for the parameter of a lambda. */
    @Test
    void inaccessibleTypeThatIsInferredInTextThatStaysAsItIs() {
        Misuse.in("InaccessibleTypeInText.java", "elsewhere/Shapes.java")
                .has(Problem.INACCESSIBLE_TYPE, 19, 26)
                .has(Problem.INACCESSIBLE_TYPE, 25, 26)
                .has(Problem.INACCESSIBLE_TYPE, 31, 42)
                .has(Problem.INACCESSIBLE_TYPE, 37, 44)
                .has(Problem.INACCESSIBLE_TYPE, 42, 34)
                .has(Problem.INACCESSIBLE_TYPE, 47, 33)
                .has(Problem.INACCESSIBLE_TYPE, 52, 34)
                .has(Problem.INACCESSIBLE_TYPE, 58, 42)
                .has(Problem.INACCESSIBLE_TYPE, 64, 16)
                .has(Problem.INACCESSIBLE_TYPE, 69, 33)
                .has(Problem.INACCESSIBLE_TYPE, 74, 27)
                .has(Problem.INACCESSIBLE_TYPE, 79, 40)
                .has(Problem.INACCESSIBLE_TYPE, 86, 27)
                .has(Problem.INACCESSIBLE_TYPE, 94, 33)
                .has(Problem.INACCESSIBLE_TYPE, 102, 38)
                .has(Problem.INACCESSIBLE_TYPE, 110, 32)
                .has(Problem.INACCESSIBLE_TYPE, 117, 23)
                .has(Problem.INACCESSIBLE_TYPE, 125, 42)
                .has(Problem.INACCESSIBLE_TYPE, 131, 18)
                .has(Problem.INACCESSIBLE_TYPE, 143, 17)
                .has(Problem.INACCESSIBLE_TYPE, 154, 20)
                .has(Problem.INACCESSIBLE_TYPE, 161, 32)
                .andNothingElse();
    }

    @Test
    void asyncFnsOfAPrivateClassThatAnotherPackageInherits() {
        Misuse.in("InheritedOfPrivate.java", "elsewhere/OfPrivate.java")
                .has(Problem.INACCESSIBLE_TYPE, 8, 20)
                .has(Problem.INACCESSIBLE_TYPE, 15, 34)
                .has(Problem.ASYNC_CALL_BLOCKS, 22, 63)
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

    @Test
    void staticCodeThatCreatesALocalClassOfAGenericFn() {
        Misuse.in("StaticCreations.java")
                .has(Problem.NOT_LOWERED, 15, 33)
                .has(Problem.NOT_LOWERED, 27, 38)
                .has(Problem.NOT_LOWERED, 40, 27)
                .andNothingElse();
    }
}
