package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.asyncfn.processor.ir.Composite.Shape;
import dev.asyncfn.processor.ir.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/**
 * The generic method that gives a value a type which only inference can say.
 *
 * @param type what it returns
 * @param parameters its own type parameters, each with a null as argument to infer it from
 * @param all these, and after them the one that stands for a type which is several types
 * @param bounds those of that one: type variables of one name are equal whatever their bounds
 * @param target whether the value must have the type already
 */
record ComposedMethod(
        TypeName type,
        List<TypeVariableName> parameters,
        List<TypeVariableName> all,
        List<TypeName> bounds,
        boolean target) {
    private static final ClassName SUPPLIER = ClassName.get(Supplier.class);

    static ComposedMethod of(Reference.Composed method, TypeNames types) {
        Shape shape = method.type();
        TypeVariableName none = TypeVariableName.get("?");
        Set<String> named = new HashSet<>();
        parts(shape)
                .forEach(part -> named.addAll(List.of(name(part, Collections.nCopies(method.parameters(), none), types)
                        .toString()
                        .split("\\W+"))));
        List<TypeVariableName> variables = new ArrayList<>();
        for (int n = 1; variables.size() <= method.parameters(); n++) {
            if (!named.contains("T" + n)) {
                variables.add(TypeVariableName.get("T" + n));
            }
        }
        TypeVariableName last = variables.remove(method.parameters());
        if (!(shape instanceof Shape.Together together)) {
            return new ComposedMethod(name(shape, variables, types), variables, variables, List.of(), method.target());
        }
        List<TypeVariableName> all = new ArrayList<>(variables);
        TypeName[] bounds = together.types().stream()
                .map(part -> name(part, variables, types))
                .toArray(TypeName[]::new);
        all.add(TypeVariableName.get(last.name(), bounds));
        return new ComposedMethod(last, variables, all, List.of(bounds), method.target());
    }

    private static List<Shape> parts(Shape shape) {
        return shape instanceof Shape.Together together ? together.types() : List.of(shape);
    }

    private static TypeName name(Shape shape, List<TypeVariableName> variables, TypeNames types) {
        if (shape instanceof Shape.Parameter parameter) {
            return variables.get(parameter.index());
        }
        if (shape instanceof Shape.Array array) {
            return ArrayTypeName.of(name(array.component(), variables, types));
        }
        if (shape instanceof Shape.Generic generic) {
            TypeName[] arguments = generic.arguments().stream()
                    .map(argument -> name(argument, variables, types))
                    .toArray(TypeName[]::new);
            return ParameterizedTypeName.get(types.of(generic.type()), arguments);
        }
        return types.of(((Shape.Plain) shape).type());
    }

    /** Whether it returns a supplier of the value. */
    private boolean supplies() {
        return !bounds.isEmpty() && !target;
    }

    MethodSpec write(String name, boolean isStatic) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addJavadoc("A value as what it is in the body, a type that has no name.")
                .addJavadoc(parameters.isEmpty() ? "\n\n" : " The nulls say what stands in it.\n\n");
        all.forEach(variable -> method.addJavadoc("@param <$L> a type in it\n", variable.name()));
        method.addJavadoc("@param value the value\n");
        parameters.forEach(parameter ->
                method.addJavadoc("@param $L null\n", parameter.name().replace('T', 't')));
        method.addJavadoc(supplies() ? "@return a supplier of the value\n" : "@return the value\n");
        if (!target) {
            method.addAnnotation(Suppress.annotation(List.of("unchecked")));
        }
        method.addModifiers(
                        isStatic
                                ? new Modifier[] {Modifier.PRIVATE, Modifier.STATIC}
                                : new Modifier[] {Modifier.PRIVATE})
                .addTypeVariables(all)
                .returns(supplies() ? ParameterizedTypeName.get(SUPPLIER, type) : type)
                .addParameter(target ? type : ClassName.OBJECT, "value");
        parameters.forEach(
                parameter -> method.addParameter(parameter, parameter.name().replace('T', 't')));
        return method.addCode(value()).build();
    }

    private CodeBlock value() {
        if (target) {
            return CodeBlock.of("return value;\n");
        }
        return CodeBlock.of(supplies() ? "return () -> ($T) value;\n" : "return ($T) value;\n", type);
    }
}
