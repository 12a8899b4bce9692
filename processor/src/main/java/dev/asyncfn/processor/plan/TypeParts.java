package dev.asyncfn.processor.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;

/** The classes of which a type is made, also in what was inferred for its variables. */
final class TypeParts {
    private TypeParts() {}

    /** All types of classes in a type, itself first; of a method, those that it takes and gives. */
    static List<DeclaredType> in(TypeMirror type) {
        List<DeclaredType> found = new ArrayList<>();
        collect(type, new HashSet<>(), found);
        return found;
    }

    private static void collect(TypeMirror type, Set<TypeMirror> seen, List<DeclaredType> found) {
        if (type == null || !seen.add(type)) {
            return;
        }
        if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
            found.add(declared);
        }
        List<? extends TypeMirror> parts = switch (type.getKind()) {
            case DECLARED -> ((DeclaredType) type).getTypeArguments();
            case ARRAY -> List.of(((ArrayType) type).getComponentType());
            case INTERSECTION -> ((IntersectionType) type).getBounds();
            case UNION -> ((UnionType) type).getAlternatives();
            case EXECUTABLE ->
                Stream.concat(
                                Stream.of(((ExecutableType) type).getReturnType()),
                                ((ExecutableType) type).getParameterTypes().stream())
                        .toList();
            case WILDCARD -> bounds((WildcardType) type);
            case TYPEVAR -> InferredVariables.isOne(type) ? List.of(((TypeVariable) type).getUpperBound()) : List.of();
            default -> List.of();
        };
        parts.forEach(part -> collect(part, seen, found));
    }

    static List<TypeMirror> bounds(WildcardType type) {
        return Stream.of(type.getExtendsBound(), type.getSuperBound())
                .filter(Objects::nonNull)
                .map(TypeMirror.class::cast)
                .toList();
    }
}
