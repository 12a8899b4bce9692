package dev.asyncfn.processor.ir;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A type in which something stands that only inference can say, such as what {@code List.of(1, "a")} is a list of. It is
 * written as the result of a generic method, and its type parameters are inferred from nulls that are cast.
 *
 * @param shape the type, with type parameters in the places of those that have no name
 * @param parameters for each type parameter, the types that it is together
 */
public record Composite(Shape shape, List<List<TypeMirror>> parameters) {
    public Composite {
        parameters = List.copyOf(parameters);
    }

    /** Several types together, each of which can be written. */
    public static Composite together(List<TypeMirror> types) {
        List<Shape> plain = types.stream().<Shape>map(Shape.Plain::new).toList();
        return new Composite(new Shape.Together(plain), List.of());
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
        Code composed = call(new Reference.Composed(shape, parameters.size(), false), value);
        return shape instanceof Shape.Together ? Code.of(composed, ".get()") : composed;
    }

    /** An expression whose own types are to be inferred from this type. */
    public Code target(Code expression) {
        return call(new Reference.Composed(shape, parameters.size(), true), expression);
    }

    private Code call(Piece method, Code value) {
        Code code = Code.of(method, "(", value);
        for (List<TypeMirror> types : parameters) {
            code = Code.of(code, ", ", new Reference.CastTogether(types), "null");
        }
        return Code.of(code, ")");
    }
}
