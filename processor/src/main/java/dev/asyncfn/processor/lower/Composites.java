package dev.asyncfn.processor.lower;

import dev.asyncfn.processor.ir.Composite;
import dev.asyncfn.processor.ir.Composite.Shape;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.InferredVariables;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Finds in a type what several types are together (JLS 4.9): such a type can be cast to, but no declaration can name it. */
final class Composites {
    private final Denotable denotable;
    private final List<Composite.Parameter> parameters = new ArrayList<>();
    private boolean found;

    private Composites(Denotable denotable) {
        this.denotable = denotable;
    }

    /** The type as inference can say it; null if it can be written, or has no such part. */
    static Composite of(TypeMirror type, Denotable denotable) {
        boolean may = type.getKind() == TypeKind.DECLARED
                || type.getKind() == TypeKind.ARRAY
                || type.getKind() == TypeKind.INTERSECTION;
        if (!may || denotable.isHidden(type)) {
            return null;
        }
        Composites composites = new Composites(denotable);
        Shape shape = composites.whole(type);
        return composites.found ? new Composite(shape, composites.parameters) : null;
    }

    private Shape whole(TypeMirror type) {
        return type instanceof IntersectionType intersection && type.getKind() == TypeKind.INTERSECTION
                ? new Shape.Together(intersection.getBounds().stream()
                        .map(bound -> shape(bound, !isClass(bound)))
                        .toList())
                : shape(type, true);
    }

    private static boolean isClass(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement().getKind().isClass();
    }

    /**
     * @param wildcards whether wildcards may stand in it: as a bound of a type parameter, each captures them anew, and then the methods
     *     of a class may not implement those of its interfaces any more, as in {@code AbstractList<? extends T>}
     */
    private Shape shape(TypeMirror type, boolean wildcards) {
        if (type instanceof ArrayType array) {
            return new Shape.Array(part(array.getComponentType(), false));
        }
        boolean generic = type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && !declared.getTypeArguments().isEmpty()
                && !Denotable.isParameterized(declared.getEnclosingType());
        if (!generic || denotable.isHidden(type)) {
            return new Shape.Plain(denotable.upper(type));
        }
        DeclaredType declared = (DeclaredType) type;
        List<? extends TypeMirror> written = ((DeclaredType) denotable.upper(type)).getTypeArguments();
        List<Shape> arguments = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            TypeMirror argument = declared.getTypeArguments().get(i);
            boolean bounded = isBounded(declared, i);
            Shape shape = argument(argument, written.get(i), bounded);
            boolean stands = shape instanceof Shape.Wildcard && !wildcards && !bounded;
            arguments.add(stands ? ((Shape.Wildcard) shape).bound() : shape);
        }
        return new Shape.Generic((TypeElement) declared.asElement(), arguments);
    }

    private static boolean isBounded(DeclaredType type, int index) {
        TypeElement element = (TypeElement) type.asElement();
        return element.getTypeParameters().get(index).getBounds().stream()
                .anyMatch(bound -> !bound.toString().equals("java.lang.Object"));
    }

    /**
     * @param projected what else can be written of it
     * @param bounded whether not every type may be one
     */
    private Shape argument(TypeMirror argument, TypeMirror projected, boolean bounded) {
        TypeMirror bound = bound(argument);
        if (bound == argument) {
            found |= denotable.isHidden(argument); // the nearest type above it, and not a wildcard that it bounds
            return part(argument, bounded);
        }
        boolean before = found;
        found = false;
        Shape inside = bound == null ? null : part(bound, bounded);
        boolean composite = found;
        found |= before;
        if (!composite) {
            return new Shape.Plain(projected);
        }
        return argument instanceof WildcardType wildcard
                ? new Shape.Wildcard(inside, wildcard.getSuperBound() != null)
                : inside;
    }

    /** The bound of a wildcard. The type itself may stand for one that is captured. Null if it has none that matters. */
    private static TypeMirror bound(TypeMirror argument) {
        if (argument instanceof WildcardType wildcard) {
            return wildcard.getSuperBound() == null ? wildcard.getExtendsBound() : wildcard.getSuperBound();
        }
        if (!InferredVariables.isOne(argument)) {
            return argument;
        }
        TypeVariable variable = (TypeVariable) argument;
        if (variable.getLowerBound().getKind() != TypeKind.NULL) {
            return variable.getLowerBound();
        }
        boolean together = variable.getUpperBound().getKind() == TypeKind.INTERSECTION;
        return together && !Denotable.isRecursive(variable) ? variable.getUpperBound() : null;
    }

    /** A type as inference can say it, if it has methods that give what a class among its types says of itself. */
    private Composite selfTyped(TypeMirror type) {
        Composite inner = of(type, denotable);
        return inner != null && inner.parameters().stream().anyMatch(Composite.Parameter::bounded) ? inner : null;
    }

    private Shape part(TypeMirror type, boolean bounded) {
        List<TypeMirror> together = denotable.bounds(type);
        if (!together.isEmpty()) {
            found = true;
            parameters.add(new Composite.Parameter(together, bounded, selfTyped(type)));
            return new Shape.Parameter(parameters.size() - 1);
        }
        return shape(type, true);
    }
}
