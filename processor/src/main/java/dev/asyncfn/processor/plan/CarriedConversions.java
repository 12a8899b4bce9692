package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asyncfn.processor.attribute.AsyncBlock;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.Nameability;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Values that become ones of a private type above their own, where {@linkplain CarriedHierarchy nothing says so} of what stands for it:
 * the bridge casts them. Where only type arguments say less, a plain cast does.
 */
public final class CarriedConversions {
    private final Attribution attribution;
    private final Awaits awaits;
    private final CarriedHierarchy hierarchy;
    private final Unnameable unnameable;
    private final Denotable denotable;
    private final PolyExpressions poly;
    private final MethodSource source;
    /** By identity, since equal trees may stand in other places. */
    private final Map<Expression, TypeMirror> casts = new IdentityHashMap<>();

    /**
     * @param attribution the body's, which carries the private types
     * @throws NotLowered if a value that cannot be cast would have to become one of another type
     */
    CarriedConversions(MethodSource source, Attribution attribution, Awaits awaits) {
        this.source = source;
        this.attribution = attribution;
        this.awaits = awaits;
        this.hierarchy = new CarriedHierarchy(attribution);
        this.unnameable = new Unnameable(attribution);
        this.denotable = new Denotable(attribution, Set.of());
        this.poly = new PolyExpressions(attribution);
        if (!attribution.carried().isEmpty()) {
            source.nodesOfBody().forEach(this::visit);
        }
    }

    /** The type to which the value of an expression, which has no parentheses, is cast; empty if it is not. */
    public Optional<TypeMirror> cast(Expression expression) {
        return Optional.ofNullable(casts.get(expression));
    }

    /** Whether a cast can be written with its type; else the type is inferred from where the value is used. */
    public boolean isWritten(TypeMirror cast) {
        return denotable.holds(cast);
    }

    /**
     * The type to which a value is cast to be kept as what it is; empty if it is that anyway. The class that a value says it has is one of
     * what is left of the type parameter.
     */
    public Optional<TypeMirror> kept(Expression value) {
        return value instanceof MethodCallExpr call
                        && call.getNameAsString().equals("getClass")
                        && call.getArguments().isEmpty()
                        && mentionsCarried(attribution.typeOf(call))
                ? Optional.of(denotable.upper(attribution.typeOf(call)))
                : Optional.empty();
    }

    private void visit(Node node) {
        if (node instanceof ForEachStmt loop) {
            forEach(loop);
        } else if (node instanceof MethodReferenceExpr reference) {
            reference(reference);
        } else if (node instanceof MethodCallExpr call) {
            call(call);
        } else if (node instanceof ObjectCreationExpr creation) {
            ExecutableElement constructor = (ExecutableElement) attribution.elementOf(creation);
            arguments(creation.getArguments(), constructor, taken(creation, constructor));
        } else if (node instanceof ExplicitConstructorInvocationStmt call) {
            ExecutableElement constructor = (ExecutableElement) attribution.elementOf(call);
            arguments(call.getArguments(), constructor, declared(constructor));
        } else if (node instanceof AssignExpr assign) {
            TypeMirror type = attribution.typeOf(assign.getTarget());
            Element target = attribution.elementOf(Awaits.unparenthesized(assign.getTarget()));
            convert(
                    assign.getValue(),
                    type,
                    target != null && Members.isField(target) && isPassedOn(target, target.asType()));
        } else {
            convertResult(node);
        }
    }

    /** What is awaited is no argument any more; nor are the variables that an async block captures. */
    private void call(MethodCallExpr call) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(call);
        boolean awaiting = awaits.is(call) && !Naming.isAsyncFn(method);
        if (!awaiting && AsyncBlock.of(call).isEmpty()) {
            ExecutableType type = attribution.methodTypeOf(call);
            typeParameters(method, type, call);
            arguments(call.getArguments(), method, type.getParameterTypes());
        }
    }

    private void convertResult(Node node) {
        if (node instanceof VariableDeclarator variable) {
            TypeMirror type = attribution.elementOf(variable).asType();
            variable.getInitializer()
                    .filter(value -> !value.isArrayInitializerExpr())
                    .ifPresent(value -> convert(value, type, false));
        } else if (node instanceof ConditionalExpr choice) {
            convert(choice.getThenExpr(), attribution.typeOf(choice), false);
            convert(choice.getElseExpr(), attribution.typeOf(choice), false);
        } else if (node instanceof ReturnStmt result) {
            result.getExpression().ifPresent(value -> convert(value, returned(result), false));
        } else if (node instanceof LambdaExpr lambda) {
            lambda.getExpressionBody().ifPresent(value -> convert(value, result(lambda), false));
        } else if (node instanceof YieldStmt result) {
            convert(result.getExpression(), attribution.typeOf(choice(result)), false);
        } else if (node instanceof ExpressionStmt statement
                && statement.getParentNode().orElseThrow() instanceof SwitchEntry entry
                && entry.getType() == SwitchEntry.Type.EXPRESSION
                && entry.getParentNode().orElseThrow() instanceof SwitchExpr choice) {
            convert(statement.getExpression(), attribution.typeOf(choice), false);
        }
    }

    // ---- what values are converted to

    private static SwitchExpr choice(Node result) {
        Node at = result;
        while (!(at instanceof SwitchExpr)) {
            at = at.getParentNode().orElseThrow();
        }
        return (SwitchExpr) at;
    }

    private TypeMirror returned(Node result) {
        Node at = result;
        while (at != source.declaration() && !(at instanceof LambdaExpr) && !(at instanceof MethodDeclaration)) {
            at = at.getParentNode().orElseThrow();
        }
        if (at == source.declaration()) {
            return attribution.method().getReturnType();
        }
        return at instanceof LambdaExpr lambda
                ? result(lambda)
                : ((ExecutableElement) attribution.elementOf(at)).getReturnType();
    }

    private TypeMirror result(Expression function) {
        List<TypeMirror> types = new FunctionTypes(attribution).types(attribution.typeOf(function));
        return types.get(types.size() - 1);
    }

    private List<? extends TypeMirror> taken(ObjectCreationExpr creation, ExecutableElement constructor) {
        return creation.getAnonymousClassBody().isPresent()
                ? declared(constructor)
                : ((ExecutableType) attribution
                                .types()
                                .asMemberOf((DeclaredType) attribution.typeOf(creation), constructor))
                        .getParameterTypes();
    }

    private static List<TypeMirror> declared(ExecutableElement method) {
        return method.getParameters().stream().map(Element::asType).toList();
    }

    private void arguments(
            List<Expression> arguments, ExecutableElement method, List<? extends TypeMirror> parameters) {
        for (int i = 0; i < arguments.size(); i++) {
            TypeMirror type = parameters.get(Math.min(i, parameters.size() - 1));
            // One that is signature polymorphic declares one parameter for all that it takes (JLS 15.12.3).
            int last = method.getParameters().size() - 1;
            TypeMirror declared = method.getParameters().get(Math.min(i, last)).asType();
            boolean spread = PolyExpressions.formal(method, i, arguments.size()) != declared;
            convert(
                    arguments.get(i),
                    spread ? ((ArrayType) type).getComponentType() : type,
                    !Naming.isAsyncFn(method) && isPassedOn(method, declared));
        }
    }

    /** Whether it belongs to an accessor of the bridge, which takes anything where what is declared is private itself. */
    private boolean isPassedOn(Element member, TypeMirror declared) {
        TypeMirror element = declared;
        while (element instanceof ArrayType array) {
            element = array.getComponentType();
        }
        Nameability names = new Nameability(
                attribution.elements(), (TypeElement) attribution.method().getEnclosingElement());
        return attribution.types().asElement(element) instanceof TypeElement type
                && attribution.carried().contains(type)
                && !names.isLocal((TypeElement) member.getEnclosingElement());
    }

    /** @param passedOn whether any value can stand there */
    private void convert(Expression expression, TypeMirror type, boolean passedOn) {
        Expression value = Awaits.unparenthesized(expression);
        TypeMirror own = attribution.typeOf(value);
        boolean reference = own != null && !own.getKind().isPrimitive() && own.getKind() != TypeKind.NULL;
        if (!reference || PolyExpressions.isFunction(value)) {
            return; // what a function gives is converted in it
        }
        if (hierarchy.isLostInArguments(own, type)) {
            boolean written = denotable.holds(type) && !poly.needsTarget(value);
            casts.put(value, written ? type : refuse(type, value, Problem.PRIVATE_SUPERTYPE));
        } else if (mentionsCarried(type) && kept(value).isPresent()) {
            casts.put(value, kept(value).get());
        } else if (!passedOn && (isLost(own, type) || isLessBounded(own, type))) {
            casts.put(value, type);
        }
    }

    /** Whether the bounds of what stands for a generic private class say less than its type, and too little for what is wanted. */
    private boolean isLessBounded(TypeMirror own, TypeMirror wanted) {
        List<TypeMirror> bounds =
                attribution.boundsOfCarried().getOrDefault(attribution.types().asElement(own), List.of());
        return own.getKind() == TypeKind.DECLARED
                && wanted.getKind() == TypeKind.DECLARED
                && !bounds.isEmpty()
                && !((TypeElement) attribution.types().asElement(own))
                        .getTypeParameters()
                        .isEmpty()
                && !mentionsCarried(wanted)
                && bounds.stream().noneMatch(bound -> attribution.types().isSubtype(bound, wanted));
    }

    private boolean mentionsCarried(TypeMirror type) {
        return hierarchy.parts(type).stream().anyMatch(attribution.carried()::contains);
    }

    /** The same of arrays, if they have as many dimensions. */
    private boolean isLost(TypeMirror own, TypeMirror type) {
        return own instanceof ArrayType array && type instanceof ArrayType other
                ? isLost(array.getComponentType(), other.getComponentType())
                : !(type instanceof ArrayType) && hierarchy.isLost(own, type);
    }

    /** An array is one of what its elements become, and anything else is seen as what gives such elements. */
    private void forEach(ForEachStmt loop) {
        TypeMirror iterated = attribution.typeOf(loop.getIterable());
        TypeMirror element =
                attribution.elementOf(loop.getVariable().getVariable(0)).asType();
        if (iterated instanceof ArrayType && !element.getKind().isPrimitive()) {
            convert(loop.getIterable(), attribution.types().getArrayType(element), false);
        } else if (!element.getKind().isPrimitive()) {
            convert(loop.getIterable(), hierarchy.iterableOf(iterated, element, iterable()), false);
        }
    }

    private TypeElement iterable() {
        return attribution.elements().getTypeElement("java.lang.Iterable");
    }

    // ---- where nothing can be cast

    /** A reference gives what its method does, and is passed what it takes. */
    private void reference(MethodReferenceExpr reference) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(reference);
        if (method == null) {
            return; // which makes an array
        }
        TypeMirror made = method.getKind() == ElementKind.CONSTRUCTOR
                ? method.getEnclosingElement().asType()
                : method.getReturnType();
        TypeMirror wanted = result(reference);
        if (hierarchy.isLost(made, wanted) || hierarchy.isLostInArguments(made, wanted)) {
            refuse(wanted, reference, Problem.PRIVATE_SUPERTYPE);
        }
    }

    /** What is passed for a type parameter cannot be seen to satisfy its bound. */
    private void typeParameters(ExecutableElement method, ExecutableType type, MethodCallExpr call) {
        List<TypeMirror> used = new ArrayList<>(type.getParameterTypes());
        used.add(type.getReturnType());
        method.getTypeParameters().stream()
                .flatMap(parameter -> parameter.getBounds().stream())
                .flatMap(bound -> hierarchy.parts(bound).stream())
                .filter(bound -> used.stream()
                        .flatMap(each -> hierarchy.parts(each).stream())
                        .anyMatch(part -> hierarchy.isLost(part.asType(), bound.asType())))
                .findFirst()
                .ifPresent(bound -> {
                    refuse(bound.asType(), call.getName(), Problem.PRIVATE_SUPERTYPE);
                });
    }

    private TypeMirror refuse(TypeMirror type, Node at, Problem refused) {
        TypeElement hidden = hierarchy.parts(type).stream()
                .filter(attribution.carried()::contains)
                .findFirst()
                .orElseThrow();
        throw unnameable.at(hidden, at, refused);
    }
}
