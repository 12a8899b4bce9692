package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import dev.asyncfn.processor.plan.VariableArity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What the bridge does with a class for which a type parameter stands: tests, casts, arrays, its class literal. */
final class CarriedOperations {
    private final Translation translator;
    private final Attribution attribution;

    CarriedOperations(Translation translator, Attribution attribution) {
        this.translator = translator;
        this.attribution = attribution;
    }

    /**
     * The call that stands for an expression; empty if the expression stays.
     *
     * @param fresh gives a name for the parameter of a lambda
     */
    Optional<Code> of(Expression expression, Supplier<String> fresh) {
        if (attribution.carried().isEmpty()) {
            return Optional.empty();
        }
        if (expression instanceof CastExpr cast) {
            return carried(cast.getType())
                    .map(type -> call(BridgeKind.CAST, type, translator.asArgument(cast.getExpression())));
        }
        if (expression instanceof InstanceOfExpr test) {
            return carried(test.getType())
                    .map(type -> call(BridgeKind.IS, type, translator.asArgument(test.getExpression())));
        }
        if (expression instanceof ClassExpr literal) {
            return carried(literal.getType()).map(type -> call(BridgeKind.CLASS, type, Code.EMPTY));
        }
        if (expression instanceof MethodReferenceExpr reference) {
            return arrayOf(reference).map(type -> {
                String length = fresh.get();
                return Code.of(length + " -> ", call(BridgeKind.NEW_ARRAY, type, Code.of(length)));
            });
        }
        return array(expression);
    }

    /** The accessor that casts its argument to a type; empty if that is none of such a class. */
    Optional<Reference> cast(TypeMirror type) {
        return carried(type).map(carried -> reference(BridgeKind.CAST, carried));
    }

    private Optional<Code> array(Expression expression) {
        if (expression instanceof ArrayCreationExpr creation) {
            return carried(attribution.typeOf(creation))
                    .map(type -> creation.getInitializer()
                            .map(values -> arrayOf(type, values.getValues()))
                            .orElseGet(() -> call(BridgeKind.NEW_ARRAY, type, lengths(creation))));
        }
        return expression instanceof ArrayInitializerExpr values
                ? carried(attribution.typeOf(values)).map(type -> arrayOf(type, values.getValues()))
                : Optional.empty();
    }

    private Code lengths(ArrayCreationExpr creation) {
        List<Object> parts = new ArrayList<>();
        for (ArrayCreationLevel level : creation.getLevels()) {
            level.getDimension().ifPresent(length -> {
                parts.add(parts.isEmpty() ? "" : ", ");
                parts.add(translator.translate(length));
            });
        }
        return Code.join(parts);
    }

    /** The arguments of a call for which an array of such a class is made; empty if none is. */
    Optional<Code> arguments(MethodCallExpr call, Code first) {
        if (attribution.carried().isEmpty()) {
            return Optional.empty();
        }
        return new VariableArity(attribution).carried(call).map(type -> {
            int fixed = ((ExecutableElement) attribution.elementOf(call))
                            .getParameters()
                            .size()
                    - 1;
            List<Object> parts = new ArrayList<>(List.of("(", first));
            for (Expression argument : call.getArguments().subList(0, fixed)) {
                parts.add(parts.size() == 2 && first.isEmpty() ? "" : ", ");
                parts.add(translator.asArgument(argument));
            }
            parts.add(parts.size() == 2 && first.isEmpty() ? "" : ", ");
            parts.add(arrayOf(
                    attribution.types().getArrayType(type.asType()),
                    call.getArguments().subList(fixed, call.getArguments().size())));
            parts.add(")");
            return Code.join(parts);
        });
    }

    /** An array of such a type with these values. */
    private Code arrayOf(TypeMirror type, List<Expression> values) {
        return Code.of(reference(BridgeKind.ARRAY_OF, type), translator.arguments(Code.EMPTY, values));
    }

    private static Code call(BridgeKind kind, TypeMirror type, Code argument) {
        return Code.of(reference(kind, type), "(", argument, ")");
    }

    private static Reference.Bridged reference(BridgeKind kind, TypeMirror type) {
        TypeElement host = (TypeElement) ((DeclaredType) element(type)).asElement();
        return new Reference.Bridged(kind, host, host, type);
    }

    private static TypeMirror element(TypeMirror type) {
        return type.getKind() == TypeKind.ARRAY
                ? element(((javax.lang.model.type.ArrayType) type).getComponentType())
                : type;
    }

    /** Such a class, or an array of one, whatever its type arguments. */
    private Optional<TypeMirror> carried(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return carried(((javax.lang.model.type.ArrayType) type).getComponentType())
                    .map(component -> attribution.types().getArrayType(component));
        }
        return attribution.types().asElement(type) instanceof TypeElement element
                        && attribution.carried().contains(element)
                ? Optional.of(element.asType())
                : Optional.empty();
    }

    private Optional<TypeMirror> carried(Type type) {
        if (type instanceof ArrayType array) {
            return carried(array.getComponentType())
                    .map(component -> attribution.types().getArrayType(component));
        }
        return type instanceof ClassOrInterfaceType name && attribution.elementOf(name) instanceof TypeElement element
                ? carried(element.asType())
                : Optional.empty();
    }

    private Optional<TypeMirror> arrayOf(MethodReferenceExpr reference) {
        return reference.getScope() instanceof TypeExpr scope && scope.getType() instanceof ArrayType array
                ? carried(array)
                : Optional.empty();
    }
}
