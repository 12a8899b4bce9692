package dev.asyncfn.processor;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/**
 * Which errors of javac may be gone in a later round, because another processor writes a class. A member that is
 * missing stays missing: no processor adds to a class that is there.
 */
final class MissingTypes {
    /** The inner compiler speaks English everywhere. A name in an expression may be a class's if it is capitalized. */
    private static final Pattern MISSING =
            Pattern.compile("symbol: +(class|interface|@interface|static|variable \\p{Lu})"
                    + "|package \\S+ does not exist"
                    + "|class file for \\S+ not found"
                    + "|static import only from classes and interfaces");

    private MissingTypes() {}

    /** Whether a type has a supertype that does not exist, or not yet. */
    static boolean areAbove(TypeElement type) {
        return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                .anyMatch(above -> above.getKind() == TypeKind.ERROR
                        || above.getKind() == TypeKind.DECLARED
                                && areAbove((TypeElement) ((DeclaredType) above).asElement()));
    }

    static boolean among(List<String> errors) {
        return errors.stream().anyMatch(error -> MISSING.matcher(error).find());
    }
}
