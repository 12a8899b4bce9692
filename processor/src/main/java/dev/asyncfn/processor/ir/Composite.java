package dev.asyncfn.processor.ir;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A type in which something stands that only inference can say, such as what {@code List.of(1, "a")} is a list of. It is
 * written as the result of a generic method, and its type parameters are inferred from nulls that are cast.
 *
 * @param shape the type, with type parameters in the places of those that have no name
 * @param parameters the type parameters
 */
public record Composite(Shape shape, List<Parameter> parameters) {
    public Composite {
        parameters = List.copyOf(parameters);
    }

    /** Several types together, each of which can be written. */
    public static Composite together(List<TypeMirror> types) {
        List<Shape> plain = types.stream().<Shape>map(Shape.Plain::new).toList();
        return new Composite(new Shape.Together(plain), List.of());
    }

    /**
     * A type parameter.
     *
     * @param types what it is together
     * @param bounded whether its declaration says so, too: it is an argument that not every type may be
     * @param inner the same type with what only inference can say of its own type arguments; null if that matters less than short text
     */
    public record Parameter(List<TypeMirror> types, boolean bounded, Composite inner) {
        public Parameter {
            types = List.copyOf(types);
        }
    }

    /** A type, or a part of one. */
    public sealed interface Shape {
        /** A type that can be written. */
        record Plain(TypeMirror type) implements Shape {}

        /** A type parameter by its number, from 0. */
        record Parameter(int index) implements Shape {}

        record Generic(TypeElement type, List<Shape> arguments) implements Shape {
            public Generic {
                arguments = List.copyOf(arguments);
            }
        }

        /** {@code ? extends} or {@code ? super} a type. */
        record Wildcard(Shape bound, boolean isSuper) implements Shape {}

        record Array(Shape component) implements Shape {}

        /** The whole type, if it is several types itself. */
        record Together(List<Shape> types) implements Shape {
            public Together {
                types = List.copyOf(types);
            }
        }
    }

    /**
     * The value of an expression, which has a type that says less, as this type. If it is several types at once, a supplier gives
     * the value: its method is not generic, and an argument that is the call of a generic method gets its type from the call around it.
     */
    public Code of(Code value) {
        Code composed = call(new Reference.Composed(shape, parameters, false), value);
        return shape instanceof Shape.Together ? Code.of(composed, ".get()") : composed;
    }

    /** An expression whose own types are to be inferred from this type. */
    public Code target(Code expression) {
        return call(new Reference.Composed(shape, parameters, true), expression);
    }

    /** Whether it is less than the type: a class has no wildcard where the type has one. */
    public boolean isNarrow() {
        return shape instanceof Shape.Together together
                && together.types().stream()
                        .anyMatch(part -> part instanceof Shape.Generic generic
                                && generic.type().getKind().isClass()
                                && generic.arguments().stream()
                                        .anyMatch(argument -> !(argument instanceof Shape.Plain)
                                                && !(argument instanceof Shape.Wildcard)));
    }

    private Code call(Piece method, Code value) {
        Code code = Code.of(method, "(", value);
        for (Parameter parameter : parameters) {
            code = Code.of(
                    code,
                    ", ",
                    parameter.inner() == null
                            ? none(parameter)
                            : parameter.inner().of(Code.of("null")));
        }
        return Code.of(code, ")");
    }

    private static Code none(Parameter parameter) {
        return Code.of(new Reference.CastTogether(parameter.types()), "null");
    }
}
