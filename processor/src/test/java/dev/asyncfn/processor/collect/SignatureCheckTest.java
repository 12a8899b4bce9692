package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.Misuse;
import dev.asyncfn.processor.diag.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class SignatureCheckTest {
    @Test
    void nativeFn() {
        Misuse.in("NativeFn.java").has(Problem.NATIVE_FN, 8, 16).andNothingElse();
    }

    @Test
    void synchronizedFn() {
        Misuse.in("SynchronizedFn.java").has(Problem.SYNCHRONIZED_FN, 8, 22).andNothingElse();
    }

    @Test
    void whatCanBeOverriddenIsFine() {
        Misuse.in("VirtualFns.java").andNothingElse();
    }

    @Test
    void whatCanBeOverriddenInAPrivateClassIsFine() {
        Misuse.in("PrivateVirtualFn.java").andNothingElse();
    }

    /** A proxy is an object of a subclass, and has fields of its own. */
    @Test
    void finalInAClassThatFrameworksSubclass() {
        Misuse.in("FinalOnProxied.java", "frameworks/Component.java", "frameworks/Entity.java")
                .has(Problem.FINAL_ON_PROXIED, 17, 19)
                .has(Problem.FINAL_ON_PROXIED, 45, 19)
                .has(Problem.FINAL_ON_PROXIED, 53, 29)
                .andNothingElse();
    }

    @Test
    void overridesThatAreNoAsyncFns() {
        Misuse.in("PlainOverride.java")
                .has(Problem.PLAIN_OVERRIDE, 12, 32)
                .has(Problem.PLAIN_OVERRIDE, 26, 23)
                .andNothingElse();
    }

    @Test
    void whatCannotBeOverriddenIsFine() {
        Misuse.in("FinalFns.java").andNothingElse();
    }

    /** The factory of the static one has another name. */
    @Test
    void staticAndInstanceMethodsOfTheSameFactoryParametersAreFine() {
        Misuse.in("SameFactory.java").andNothingElse();
    }

    /** A constructor has a slot for the new object, and that of an instance method's future another one. */
    @Test
    void moreParametersThanAConstructorTakes() {
        Misuse.in("TooManyParameters.java")
                .has(Problem.TOO_MANY_PARAMETERS, 67, 47)
                .has(Problem.TOO_MANY_PARAMETERS, 103, 104)
                .has(Problem.TOO_MANY_PARAMETERS, 164, 37)
                .has(Problem.TOO_MANY_PARAMETERS, 182, 95)
                .has(Problem.TOO_MANY_PARAMETERS, 242, 51)
                .andNothingElse();
    }

    /** The factory of an instance method has the type parameters of the classes around it. */
    @Test
    void privateTypeInBoundsOfTheOwner() {
        Misuse.in("PrivateTypeInBounds.java")
                .has(Problem.PRIVATE_SIGNATURE, 9, 34)
                .has(Problem.PRIVATE_SIGNATURE, 13, 39)
                .andNothingElse();
    }

    @Test
    void privateOwner() {
        Misuse.in("PrivateOwner.java")
                .has(Problem.PRIVATE_OWNER, 9, 13)
                .has(Problem.PRIVATE_OWNER, 15, 24)
                .andNothingElse();
    }

    /** A selected name is marked at its dot, as by javac itself. */
    @Test
    void privateTypeInSignature() {
        Misuse.in("PrivateTypeInSignature.java")
                .has(Problem.PRIVATE_GENERIC_TYPE, 24, 12)
                .has(Problem.PRIVATE_GENERIC_TYPE, 29, 34)
                .has(Problem.PRIVATE_SIGNATURE, 34, 39)
                .has(Problem.PRIVATE_SIGNATURE, 34, 65)
                .has(Problem.PRIVATE_SIGNATURE, 39, 33)
                .has(Problem.PRIVATE_SIGNATURE, 42, 30)
                .has(Problem.PRIVATE_SIGNATURE, 47, 27)
                .has(Problem.PRIVATE_SIGNATURE, 57, 52)
                .has(Problem.PRIVATE_SIGNATURE, 62, 39)
                .andNothingElse();
    }

    @Test
    void typeThatOnlySubclassesCanName() {
        Misuse.in("InaccessibleType.java", "other/Base.java")
                .has(Problem.INACCESSIBLE_TYPE, 9, 19)
                .has(Problem.INACCESSIBLE_TYPE, 15, 9)
                .andNothingElse();
    }

    @Test
    void accessorFn() {
        Misuse.in("AccessorFn.java").has(Problem.ACCESSOR_FN, 6, 40).andNothingElse();
    }

    @Test
    void genericThrows() {
        Misuse.in("GenericThrows.java")
                .has(Problem.GENERIC_THROWS, 10, 65)
                .has(Problem.GENERIC_THROWS, 15, 93)
                .has(Problem.GENERIC_THROWS, 15, 96)
                .andNothingElse();
    }

    @Test
    void throwsThrowable() {
        Misuse.in("ThrowsThrowable.java")
                .has(Problem.THROWS_THROWABLE, 13, 34)
                .has(Problem.THROWS_THROWABLE, 18, 57)
                .has(Problem.THROWS_THROWABLE, 18, 63)
                .andNothingElse();
    }

    @Test
    void parameterNamedSelfIsFine() {
        Misuse.in("SelfParameter.java").andNothingElse();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void fnOfCompactSourceFile() {
        Misuse.in("Compact.java").has(Problem.UNNAMED_CLASS_FN, 4, 12).andNothingElse();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void fnOfCompactSourceFileWhoseTextNamesAClass() {
        Misuse.in("CompactWithComment.java")
                .has(Problem.UNNAMED_CLASS_FN, 4, 15)
                .andNothingElse();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void fnsOfClassesInACompactSourceFile() {
        Misuse.in("CompactNested.java")
                .has(Problem.UNNAMED_CLASS_FN, 5, 16)
                .has(Problem.UNNAMED_CLASS_FN, 12, 9)
                .has(Problem.UNNAMED_CLASS_FN, 18, 13)
                .andNothingElse();
    }
}
