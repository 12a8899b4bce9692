package dev.asyncfn.processor.ir;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which names of a body mean something, and so are not free in its generated class.
 *
 * @param variables the names of all variables that the body declares or reads
 * @param verbatim the names of those variables that stay inside statements printed as they are
 * @param qualifiers the names of classes and packages with which expressions may begin: no variable may have them
 * @param packages those whose classes are named: one may have to stand before a class's name
 * @param declaredInClasses what classes of the body have, declare or, of fields, inherit
 * @param inClasses the same and all that they inherit
 */
public record BodyNames(
        Set<String> variables,
        Set<String> verbatim,
        Set<String> qualifiers,
        Set<String> packages,
        Set<String> declaredInClasses,
        Set<String> inClasses) {
    /** Those of an async fn without a body. */
    public static final BodyNames NONE = new BodyNames(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** The same where expressions may begin with more names. */
    BodyNames with(Set<String> more) {
        Set<String> all = new TreeSet<>(qualifiers);
        all.addAll(more);
        return new BodyNames(variables, verbatim, all, packages, declaredInClasses, inClasses);
    }
}
