package dev.asyncfn.processor.symbols;

import com.sun.source.tree.MemberReferenceTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeMirror;

/** Why a future may refer to what its body does not refer to. All else is a fault. */
enum Reason {
    /** A future is made of polls, contexts and other futures. */
    OWN_API(r -> r.symbol().startsWith("dev.asyncfn.") && !r.symbol().startsWith("dev.asyncfn.processor.")),
    /** What is awaited is polled, whatever its class. */
    POLLS(r -> r.kind() == Kind.CALL && r.symbol().endsWith(".poll(dev.asyncfn.Context)")),
    /** A receiver is checked where the body fails by using it. */
    CHECKS_RECEIVER(r -> r.calls("java.util.Objects.requireNonNull(java.lang.Object)")),
    /** A left operand is turned into a string before the right one suspends; never by the overload for {@code char[]}. */
    CONVERTS_EARLY(r -> r.kind() == Kind.CALL && r.symbol().matches("java\\.lang\\.String\\.valueOf\\([\\w.]+\\)")),
    CONVERTED_EARLY(r -> r.kind() == Kind.TO_STRING && r.symbol().equals("java.lang.String")),
    /** A loop over an array that suspends counts. */
    LENGTH_OF_ARRAY(r -> r.kind() == Kind.READ && r.symbol().equals("array.length")),
    COMPARES_INDEX(r -> r.kind() == Kind.OPERATOR && r.symbol().equals("< int")),
    COUNTS_INDEX(r -> r.kind() == Kind.OPERATOR && r.symbol().equals("POSTFIX_INCREMENT int")),
    /** What failed is kept while a finally block runs or a resource is closed. */
    TESTS_FOR_NULL(r -> r.kind() == Kind.OPERATOR && r.symbol().equals("== null")),
    SUPPRESSES(r -> r.calls("java.lang.Throwable.addSuppressed(java.lang.Throwable)")),
    /** An assertion that suspends asks whether those of the user's class are enabled. */
    ASKS_FOR_ASSERTIONS(r -> r.calls("java.lang.Class.desiredAssertionStatus()")),
    CLASS_OF_ASSERTIONS((r, body) -> r.kind() == Kind.CLASS && r.symbol().equals(body.topLevel)),
    /** What javac throws where a switch over an enum finds no case. */
    NO_CASE(r -> r.kind() == Kind.CREATE
            && r.symbol().matches("java\\.lang\\.(IncompatibleClassChangeError|MatchException)\\(.*")),
    /** What variable arity makes an array of is given as one if its class is private. */
    MAKES_AN_ARRAY((r, body) ->
            r.kind() == Kind.ARRAY && r.symbol().endsWith(" of 0 dimensions given") && body.hasVariableArity()),
    /** A switch over a private enum compares names. */
    NAMES_A_CONSTANT((r, body) -> r.calls("java.lang.Enum.name()") && body.hasPrivateEnums()),
    /** Values of known types are kept in variables of type Object; the compound assignments of Java cast, too. */
    CASTS_BACK((r, body) -> r.kind() == Kind.CAST && body.hasType(r.symbol())),
    /** A reference to a private method becomes a lambda, which boxes where the reference would. */
    BOXES_IN_REFERENCE((r, body) -> r.kind() == Kind.BOX && body.hasMethodReferences()),
    /** Futures have variables of their own. */
    OWN_VARIABLE(r -> r.kind() == Kind.VARIABLE);

    /** What reasons depend on. */
    static final class Body {
        private final String topLevel;
        private final ReferenceCollector references;
        private Set<String> types;

        /** @param topLevel the outermost class around the async fn */
        Body(ReferenceCollector references, String topLevel) {
            this.references = references;
            this.topLevel = topLevel;
        }

        private boolean hasMethodReferences() {
            return references.references().stream().anyMatch(r -> r.tree() instanceof MemberReferenceTree);
        }

        private boolean hasVariableArity() {
            return references.references().stream()
                    .anyMatch(r -> r.detail() != null && r.detail().endsWith("..."));
        }

        private boolean hasPrivateEnums() {
            return references.typesSeen().stream()
                    .map(references.types::asElement)
                    .anyMatch(type -> type != null && type.getKind() == ElementKind.ENUM && PrivateTypes.isOne(type));
        }

        /** Whether an expression has the type, or one below it. */
        private boolean hasType(String erased) {
            if (types == null) {
                types = new HashSet<>();
                Set<String> seen = new HashSet<>();
                references.typesSeen().forEach(type -> addWithSupertypes(type, seen));
            }
            return types.contains(erased);
        }

        private void addWithSupertypes(TypeMirror type, Set<String> seen) {
            if (seen.add(type.toString())) {
                types.add(references.text.erased(type));
                directSupertypes(type).forEach(above -> addWithSupertypes(above, seen));
            }
        }

        private List<? extends TypeMirror> directSupertypes(TypeMirror type) {
            return type.getKind().isPrimitive() ? List.of() : references.types.directSupertypes(type);
        }
    }

    private final BiPredicate<Reference, Body> explains;

    Reason(Predicate<Reference> explains) {
        this((reference, body) -> explains.test(reference));
    }

    Reason(BiPredicate<Reference, Body> explains) {
        this.explains = explains;
    }

    static boolean explain(Reference reference, Body body) {
        for (Reason reason : values()) {
            if (reason.explains.test(reference, body)) {
                return true;
            }
        }
        return false;
    }
}
