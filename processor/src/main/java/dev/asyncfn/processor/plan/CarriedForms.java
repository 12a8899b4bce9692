package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.nodeTypes.modifiers.NodeWithStaticModifier;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.WildcardType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.check.ExceptionClasses;
import dev.asyncfn.processor.collect.Nameability;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What Java can do with a class, and not with a type parameter that stands for it. */
final class CarriedForms {
    private final MethodSource source;
    private final Attribution attribution;
    private final Unnameable unnameable;
    private final Set<TypeElement> carried;
    private final VariableArity arity;
    private final CarriedFunctions functions;
    private final CarriedMembers members;
    private final CarriedHierarchy hierarchy;
    private final Nameability nameability;
    private final ExceptionClasses exceptions;
    private final CarriedPatterns patterns;
    private final EarlyAccessors earlyAccessors;

    /** @param attribution the body's own, to which the classes are not accessible */
    CarriedForms(MethodSource source, Attribution attribution, Map<TypeElement, List<TypeMirror>> carried) {
        this.source = source;
        this.attribution = attribution;
        this.unnameable = new Unnameable(attribution);
        this.carried = carried.keySet();
        this.arity = new VariableArity(attribution);
        this.functions = new CarriedFunctions(attribution.carrying(carried));
        this.members = new CarriedMembers(attribution.carrying(carried));
        this.hierarchy = new CarriedHierarchy(attribution.carrying(carried));
        this.nameability = new Nameability(
                attribution.elements(), (TypeElement) attribution.method().getEnclosingElement());
        this.exceptions = new ExceptionClasses(source, attribution);
        this.patterns = new CarriedPatterns(source, attribution.carrying(carried));
        this.earlyAccessors = new EarlyAccessors(source, attribution);
    }

    /** @throws NotLowered at the first such place */
    void check() {
        source.nodesOfBody().forEach(this::check);
    }

    private void check(Node node) {
        exceptions.at(node).ifPresent(type -> exceptionClass(node, type));
        if (node instanceof ClassOrInterfaceType type) {
            name(type);
        } else if (isStatic(node)) {
            refuseInStaticScope(node);
        } else if (node instanceof SwitchNode choice) {
            selector(choice);
        } else if (node instanceof LambdaExpr || node instanceof MethodReferenceExpr) {
            function((Expression) node);
        } else if (node instanceof TryStmt block) {
            if (ForcedParts.isKeptWhole(block)) {
                block.getResources()
                        .forEach(resource ->
                                refuseErased(attribution.typeOf(resource), resource, Problem.PRIVATE_CATCH));
            }
        } else if (node instanceof RecordPatternExpr pattern
                && !(pattern.getParentNode().orElseThrow() instanceof RecordPatternExpr)) {
            taken(pattern);
        } else if (node instanceof MethodCallExpr call) {
            ExecutableType type = attribution.methodTypeOf(call);
            varargs(call, call.getName(), (ExecutableElement) attribution.elementOf(call), type);
            exactTypes(call, type);
        } else if (node instanceof MethodDeclaration declaration) {
            overriding(declaration);
        } else if (node instanceof ObjectCreationExpr creation
                && creation.getAnonymousClassBody().isPresent()) {
            constructorAbove(creation);
        } else if (node instanceof ObjectCreationExpr creation) {
            ExecutableElement constructor = (ExecutableElement) attribution.elementOf(creation);
            TypeMirror type = attribution.types().asMemberOf((DeclaredType) attribution.typeOf(creation), constructor);
            varargs(creation, creation.getType(), constructor, (ExecutableType) type);
        } else if (node instanceof VariableDeclarator variable
                && variable.getInitializer().orElse(null) instanceof ArrayInitializerExpr values
                && !isSimple(values)) {
            refuseErased(attribution.elementOf(variable).asType(), variable.getType(), Problem.PRIVATE_ARRAY);
        }
    }

    /** Inside the future it would be generic, as that is. */
    private void exceptionClass(Node node, TypeElement type) {
        if (carried.isEmpty()) {
            return;
        }
        if (exceptions.isKept(node)) {
            CharSequence hidden = carried.iterator().next().getSimpleName();
            throw new NotLowered(
                    Problem.GENERIC_EXCEPTION,
                    node,
                    ExceptionClasses.name(node, type),
                    "is declared in a lambda, a class or a `synchronized` block of an async fn that has a type parameter for the private type `"
                            + hidden + "`",
                    "declare it outside of the async fn, or make `" + hidden + "` package-private");
        }
        refuseInStaticScope(node);
    }

    private void refuseInStaticScope(Node node) {
        CarriedTypes.inStaticScope(source, attribution, node).ifPresent(refused -> {
            throw refused;
        });
    }

    /** Whether type parameters of the future mean nothing in it: a record, a static method of a class, and the like. */
    private static boolean isStatic(Node node) {
        return node instanceof TypeDeclaration<?> type
                ? !(type instanceof ClassOrInterfaceDeclaration local) || local.isInterface() || local.isStatic()
                : node instanceof NodeWithStaticModifier<?> member && member.isStatic()
                        || node instanceof InitializerDeclaration block && block.isStatic();
    }

    /** Names stand for the constants of an enum. */
    private void selector(SwitchNode choice) {
        boolean constants = choice.getEntries().stream()
                .flatMap(entry -> entry.getLabels().stream())
                .allMatch(label -> label.isNullLiteralExpr()
                        || (label.isNameExpr() || label.isFieldAccessExpr())
                                && attribution.elementOf(label).getKind() == ElementKind.ENUM_CONSTANT);
        boolean patterns = choice.getEntries().stream()
                .flatMap(entry -> entry.getLabels().stream())
                .allMatch(label -> label.isPatternExpr() || label.isNullLiteralExpr());
        TypeMirror type = attribution.typeOf(choice.getSelector());
        boolean ofClass = attribution.types().asElement(type) instanceof TypeElement selected
                && selected.getKind() != ElementKind.ENUM;
        if (!constants && !(patterns && ofClass)) {
            refuseErased(attribution.typeOf(choice.getSelector()), choice.getSelector(), Problem.PRIVATE_PATTERN);
        }
    }

    private void function(Expression function) {
        functions.type(function).filter(type -> !functions.isPossible(type)).ifPresent(type -> {
            TypeElement hidden = carried.contains(type)
                    ? type
                    : unnameable.in(functions.method(type).asType()).orElseThrow();
            throw unnameable.at(hidden, function, Problem.PRIVATE_FUNCTION);
        });
    }

    /** What overrides a method that is made of a private type would be made of the type parameter. */
    private void overriding(MethodDeclaration declaration) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(declaration);
        TypeElement type = (TypeElement) method.getEnclosingElement();
        supertypes(type)
                .filter(above -> !nameability.isLocal(above))
                .flatMap(above -> ElementFilter.methodsIn(above.getEnclosedElements()).stream())
                .filter(inherited -> attribution.elements().overrides(method, inherited, type))
                .filter(members::mentions)
                .findFirst()
                .ifPresent(inherited -> refuseMember(inherited, declaration.getName()));
    }

    private void refuseMember(ExecutableElement member, Node at) {
        throw unnameable.at(unnameable.in(member.asType()).orElseThrow(), at, Problem.PRIVATE_IN_CLASS);
    }

    private Stream<TypeElement> supertypes(TypeElement type) {
        return attribution.types().directSupertypes(type.asType()).stream()
                .map(above -> (TypeElement) attribution.types().asElement(above))
                .flatMap(above -> Stream.concat(Stream.of(above), supertypes(above)));
    }

    /** An anonymous class passes its arguments on to one of as many parameters. */
    private void constructorAbove(ObjectCreationExpr creation) {
        TypeElement above = (TypeElement) attribution.elementOf(creation.getType());
        ElementFilter.constructorsIn(above.getEnclosedElements()).stream()
                .filter(constructor -> !nameability.isLocal(above) && members.mentions(constructor))
                .filter(constructor -> constructor.isVarArgs()
                        || constructor.getParameters().size()
                                == creation.getArguments().size())
                .findFirst()
                .ifPresent(constructor -> refuseMember(constructor, creation.getType()));
    }

    /** The descriptor of the call is made of the erased types of what it passes and gives (JLS 15.12.3): they must be those of the handle. */
    private void exactTypes(MethodCallExpr call, ExecutableType type) {
        if (call.getNameAsString().equals("invokeExact")
                && attribution.isA(
                        attribution.elementOf(call).getEnclosingElement().asType(), "java.lang.invoke.MethodHandle")) {
            Stream.concat(type.getParameterTypes().stream(), Stream.of(type.getReturnType()))
                    .forEach(passed -> refuseErased(passed, call.getName(), Problem.PRIVATE_TYPE));
        }
    }

    private void refuseErased(TypeMirror type, Node at, Problem refused) {
        unnameable.erased(type).ifPresent(found -> {
            throw unnameable.at(found, at, refused);
        });
    }

    /** A type parameter declares variables, and is an argument; the bridge creates objects and refers to methods. */
    private void name(ClassOrInterfaceType type) {
        if (!(attribution.elementOf(type) instanceof TypeElement element) || !carried.contains(element)) {
            return;
        }
        Node user = type.getParentNode().orElseThrow();
        boolean array = user instanceof ArrayType;
        while (user instanceof ArrayType || user instanceof UnionType) {
            user = user.getParentNode().orElseThrow();
        }
        InstanceOfExpr test = test(user);
        boolean allowed = user instanceof VariableDeclarator
                || user instanceof VariableDeclarationExpr
                || user instanceof Parameter parameter && !(isCaught(parameter) && ForcedParts.isKeptWhole(parameter))
                || user instanceof MethodDeclaration
                || user instanceof FieldDeclaration
                || user instanceof WildcardType
                || user instanceof ClassOrInterfaceType around
                        && (around.getScope().orElse(null) != type || isCarried(around))
                || user instanceof MethodCallExpr
                || user instanceof TypeExpr
                || user instanceof CastExpr
                || user instanceof ClassExpr
                || test != null && test.getPattern().isEmpty()
                || test != null && !array && CarriedPatterns.arePossible(test, source, attribution)
                || user instanceof PatternExpr pattern && isPossible(pattern, array)
                || user instanceof InstanceOfExpr taken
                        && taken.getPattern()
                                .filter(PatternExpr::isRecordPatternExpr)
                                .isPresent()
                || user instanceof ArrayCreationExpr creation && isSimple(creation)
                || user instanceof ObjectCreationExpr creation
                        && creation.getAnonymousClassBody().isEmpty();
        if (!allowed) {
            throw unnameable.at(element, type, refused(user, array));
        }
    }

    /**
     * Whether the bridge takes a pattern apart, or tests for it: beside other labels it must bind nothing, and a component is no value of a type
     * above its own where nothing says so.
     */
    private boolean isPossible(PatternExpr pattern, boolean array) {
        Node outer = pattern.getParentNode().orElseThrow();
        if (outer instanceof RecordPatternExpr) {
            return CarriedPatterns.component(pattern, attribution)
                    .filter(component ->
                            pattern.isTypePatternExpr() && hierarchy.isLost(component, attribution.typeOf(pattern)))
                    .isEmpty();
        }
        return outer instanceof SwitchEntry entry
                ? !array && CarriedPatterns.arePossible(entry)
                : pattern.isRecordPatternExpr();
    }

    /** If the bridge takes a part of the pattern apart, the order in which the user's own accessors are called must not be seen. */
    private void taken(RecordPatternExpr pattern) {
        pattern.findAll(RecordPatternExpr.class).stream()
                .flatMap(part -> patterns.taken(part).stream())
                .findFirst()
                .flatMap(part -> earlyAccessors.in(pattern))
                .ifPresent(early -> {
                    TypeElement type = (TypeElement) attribution.types().asElement(attribution.typeOf(early));
                    TypeElement hidden =
                            carried.contains(type) ? type : carried.iterator().next();
                    throw unnameable.at(hidden, early.getType(), Problem.PRIVATE_PATTERN);
                });
    }

    /** The test whose type it is, by itself or in a pattern. */
    private static InstanceOfExpr test(Node user) {
        Node test = user instanceof TypePatternExpr ? user.getParentNode().orElseThrow() : user;
        return test instanceof InstanceOfExpr found ? found : null;
    }

    /** One in a class that has a type parameter stands for it alone. */
    private boolean isCarried(ClassOrInterfaceType type) {
        return attribution.elementOf(type) instanceof TypeElement element && carried.contains(element);
    }

    private static boolean isCaught(Node parameter) {
        return parameter.getParentNode().orElseThrow() instanceof CatchClause;
    }

    private static Problem refused(Node user, boolean array) {
        if (user instanceof PatternExpr || user instanceof InstanceOfExpr && !array) {
            return Problem.PRIVATE_PATTERN;
        }
        if (user instanceof Parameter) {
            return Problem.PRIVATE_CATCH;
        }
        if (user instanceof ObjectCreationExpr || user instanceof ClassOrInterfaceDeclaration) {
            return Problem.PRIVATE_IN_CLASS;
        }
        return array || user instanceof ArrayCreationExpr ? Problem.PRIVATE_ARRAY : Problem.PRIVATE_TYPE;
    }

    /** Whether the bridge makes such arrays: not of a null that could be the array itself. */
    private static boolean isSimple(ArrayCreationExpr creation) {
        return creation.getInitializer().map(CarriedForms::isSimple).orElse(true);
    }

    private static boolean isSimple(ArrayInitializerExpr values) {
        return values.getValues().stream()
                .noneMatch(value -> value instanceof ArrayInitializerExpr inner && !isSimple(inner)
                        || value.isNullLiteralExpr() && values.getValues().size() == 1);
    }

    /** An array of what stands for the class is none of the class. */
    private void varargs(NodeWithArguments<?> call, Node name, ExecutableElement method, ExecutableType type) {
        arity.array(call.getArguments(), method, type).ifPresent(array -> {
            TypeMirror component = VariableArity.declared(method).getComponentType();
            boolean made = component.getKind() == TypeKind.DECLARED && call instanceof MethodCallExpr;
            boolean safe = component.getKind() == TypeKind.TYPEVAR
                    && method.getAnnotation(SafeVarargs.class) != null
                    && unnameable.erased(attribution.types().erasure(component)).isEmpty();
            if (!made && !safe) {
                refuseErased(array, name, Problem.PRIVATE_ARRAY);
            }
        });
    }
}
