package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.asyncfn.processor.ir.Composite;
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
 * @param bounds those of each: type variables of one name are equal whatever their bounds
 * @param target whether the value must have the type already
 */
record ComposedMethod(
        TypeName type,
        List<TypeVariableName> parameters,
        List<TypeVariableName> all,
        List<List<TypeName>> bounds,
        boolean target) {
    private static final ClassName SUPPLIER = ClassName.get(Supplier.class);

    static ComposedMethod of(Reference.Composed method, TypeNames types) {
        Shape shape = method.type();
        TypeVariableName none = TypeVariableName.get("?");
        Set<String> named = new HashSet<>();
        List<TypeVariableName> unnamed = Collections.nCopies(method.parameters().size(), none);
        parts(shape).forEach(part -> addWords(name(part, unnamed, types), named));
        List<List<TypeName>> bounds = new ArrayList<>();
        for (Composite.Parameter parameter : method.parameters()) {
            bounds.add(
                    parameter.bounded()
                            ? parameter.types().stream().map(types::of).toList()
                            : List.of());
        }
        bounds.forEach(all -> all.forEach(bound -> addWords(bound, named)));
        List<TypeVariableName> variables = new ArrayList<>();
        int n = 0;
        for (List<TypeName> all : bounds) {
            n = next(n, named);
            variables.add(TypeVariableName.get("T" + n, all.toArray(TypeName[]::new)));
        }
        if (!(shape instanceof Shape.Together together)) {
            return new ComposedMethod(name(shape, variables, types), variables, variables, bounds, method.target());
        }
        List<TypeName> last = together.types().stream()
                .map(part -> name(part, variables, types))
                .toList();
        bounds.add(last);
        TypeVariableName type = TypeVariableName.get("T" + next(n, named), last.toArray(TypeName[]::new));
        List<TypeVariableName> all = new ArrayList<>(variables);
        all.add(type);
        return new ComposedMethod(type, variables, all, bounds, method.target());
    }

    private static void addWords(TypeName type, Set<String> words) {
        words.addAll(List.of(type.toString().split("\\W+")));
    }

    private static int next(int before, Set<String> named) {
        int n = before + 1;
        while (named.contains("T" + n)) {
            n++;
        }
        return n;
    }

    private static List<Shape> parts(Shape shape) {
        return shape instanceof Shape.Together together ? together.types() : List.of(shape);
    }

    private static TypeName name(Shape shape, List<TypeVariableName> variables, TypeNames types) {
        if (shape instanceof Shape.Parameter parameter) {
            return variables.get(parameter.index());
        }
        if (shape instanceof Shape.Wildcard wildcard) {
            TypeName bound = name(wildcard.bound(), variables, types);
            return wildcard.isSuper() ? WildcardTypeName.supertypeOf(bound) : WildcardTypeName.subtypeOf(bound);
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
        return all.size() > parameters.size() && !target;
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
