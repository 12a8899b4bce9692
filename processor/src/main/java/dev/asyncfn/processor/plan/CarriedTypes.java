package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.check.CheckedBody;
import dev.asyncfn.processor.collect.Nameability;
import dev.asyncfn.processor.collect.PrivateTypes;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * The private classes of a body that the future has a type parameter for: it bears the class's name, and the nearest
 * types above the class that can be named are its bounds. So the text stays as it is, javac infers as it does in the
 * body, and members that the bounds do not have are reached through a bridge.
 */
public final class CarriedTypes {
    private final MethodSource source;
    private final Attribution attribution;
    /** Of the body, or block in it, that is being looked at. */
    private Attribution present;

    private final Types types;
    private final Unnameable unnameable;
    private final Nameability nameability;
    private final PrivateTypes privateTypes;
    /** Each class with the first place that mentions it. */
    private final Map<TypeElement, Node> found = new LinkedHashMap<>();

    private final CarriedInstances instances;

    /** The classes that the body declares. */
    private final Set<TypeElement> classesOfBody = new LinkedHashSet<>();

    /** Classes that can be named, with the first place that mentions them. */
    private final Map<TypeElement, Node> named = new LinkedHashMap<>();

    /** Those that the factory has type parameters for, too. */
    private final Set<TypeElement> inSignature = new LinkedHashSet<>();

    /** Classes that the factory of a fn that the body calls has type parameters for, with the same bounds. */
    private final Set<TypeElement> inFactories = new LinkedHashSet<>();

    private CarriedTypes(MethodSource source, Attribution attribution) {
        this.source = source;
        this.attribution = attribution;
        this.present = attribution;
        this.types = attribution.types();
        this.unnameable = new Unnameable(attribution);
        this.nameability = new Nameability(
                attribution.elements(), (TypeElement) attribution.method().getEnclosingElement());
        this.privateTypes = new PrivateTypes(types, nameability);
        this.instances = new CarriedInstances(attribution, privateTypes);
    }

    /**
     * Those of a body and of all its blocks, with their bounds: what creates a block has a name for each type that the
     * block has one for.
     *
     * @throws NotLowered if one of the classes cannot be carried so
     */
    static Map<TypeElement, List<TypeMirror>> of(CheckedBody body) {
        CarriedTypes carried = new CarriedTypes(body.source(), body.attribution());
        carried.findSignature();
        body.all().forEach(each -> carried.find(each.source(), each.attribution()));
        Map<TypeElement, List<TypeMirror>> bounds = carried.bounds();
        carried.check(bounds);
        return bounds;
    }

    /**
     * Why a part of a body in which the type parameters mean nothing cannot be as it is.
     *
     * @param attribution the body's own, to which the classes are not accessible
     * @return empty if it mentions no private class
     */
    static Optional<NotLowered> inStaticScope(MethodSource source, Attribution attribution, Node part) {
        CarriedTypes mentioned = new CarriedTypes(source, attribution);
        part.walk(mentioned::find);
        return mentioned.found.entrySet().stream()
                .map(each -> mentioned.unnameable.at(each.getKey(), each.getValue(), Problem.PRIVATE_IN_CLASS))
                .findFirst();
    }

    /**
     * Whether a class that a body declares mentions a private one.
     *
     * @param carrying the body's attribution, which carries the private classes
     */
    public static boolean areInClasses(MethodSource source, Attribution carrying) {
        Attribution plain = carrying.carrying(Map.of());
        return !carrying.carried().isEmpty()
                && source.declaration().findAll(Node.class, CarriedTypes::declaresClass).stream()
                        .anyMatch(declaration ->
                                inStaticScope(source, plain, declaration).isPresent());
    }

    private static boolean declaresClass(Node node) {
        return node instanceof TypeDeclaration<?>
                || node instanceof ObjectCreationExpr creation
                        && creation.getAnonymousClassBody().isPresent();
    }

    private void findSignature() {
        Node at = source.declaration().getType();
        privateTypes.around(attribution.method()).forEach(type -> add(type, at));
        privateTypes.typesAround(attribution.method()).forEach(type -> instances.add(type, at));
        inSignature.addAll(found.keySet());
    }

    private void find(MethodSource body, Attribution ofBody) {
        present = ofBody;
        body.nodesOfBody().forEach(this::find);
    }

    private void find(Node node) {
        if (node instanceof AnnotationExpr annotation) {
            new PrivateAnnotations(attribution).kept(annotation, present).ifPresent(type -> {
                throw unnameable.at(type, annotation, Problem.PRIVATE_IN_CLASS);
            });
            return;
        }
        if (PrivateAnnotations.isInOne(node)) {
            return; // left out with the annotation, or nothing private
        }
        around(node);
        if (declaresClass(node)) {
            classesOfBody.add((TypeElement)
                    (node instanceof ObjectCreationExpr creation
                            ? types.asElement(present.typeOf(creation))
                            : present.elementOf(node)));
        }
        if (node instanceof ClassOrInterfaceType type) {
            findType(type);
        } else if (node instanceof VariableDeclarator
                || node instanceof Parameter
                || node instanceof TypePatternExpr
                || node instanceof NameExpr
                || node instanceof FieldAccessExpr) {
            findNamed(node);
        } else if (node instanceof MethodCallExpr call) {
            mention(present.typeOf(call), node);
            present.methodTypeOf(call).getParameterTypes().forEach(type -> mention(type, node));
            if (present.elementOf(call) instanceof ExecutableElement fn && Naming.isAsyncFn(fn) && !isInLambda(call)) {
                inFactories.addAll(privateTypes.around(fn));
            }
        } else if (node instanceof RecordPatternExpr pattern) {
            mention(present.typeOf(pattern), node);
            CarriedPatterns.components(pattern, present).forEach(type -> mention(type, node));
        } else if (isValue(node)) {
            mention(present.typeOf((Expression) node), node);
        }
        if (node instanceof MethodReferenceExpr reference) {
            new FunctionTypes(present).created(reference).ifPresent(type -> mention(type, node));
        }
    }

    private void findType(ClassOrInterfaceType type) {
        if (present.elementOf(type) instanceof TypeElement element) {
            if (CarriedInstances.isClassOnly(type)) {
                mention(element, type);
            } else {
                mention(present.typeOf(type), type);
            }
        }
    }

    /** A name, or the declaration of a variable; a type beside it is found by itself. */
    private void findNamed(Node node) {
        if (isDeclaredWithType(node)) {
            return;
        }
        Element element = present.elementOf(node);
        if (element instanceof VariableElement variable) {
            mention(node instanceof Expression value ? valueType(value, variable) : variable.asType(), node);
        } else if (element instanceof TypeElement type) {
            mention(type, node);
        }
    }

    /** The private classes that lie on the way to the object around whose member is named. */
    private void around(Node node) {
        boolean unqualified = node instanceof NameExpr
                || node instanceof MethodCallExpr call && call.getScope().isEmpty()
                || node instanceof ThisExpr self && self.getTypeName().isPresent()
                || node instanceof ObjectCreationExpr creation
                        && creation.getScope().isEmpty();
        Element element = unqualified ? present.elementOf(node) : null;
        TypeElement member = element instanceof TypeElement type
                ? type
                : element != null && element.getEnclosingElement() instanceof TypeElement type ? type : null;
        if (member == null || element.getModifiers().contains(Modifier.STATIC)) {
            return;
        }
        Element outer = attribution.method().getEnclosingElement();
        while (outer instanceof TypeElement type && !isBelow(type, member)) {
            outer = type.getEnclosingElement();
            if (outer instanceof TypeElement next && privateTypes.isOne(next) && isInner(type)) {
                mention(next.asType(), node);
            }
        }
    }

    private static boolean isInner(TypeElement type) {
        return type.getKind() == ElementKind.CLASS && !type.getModifiers().contains(Modifier.STATIC);
    }

    /** A lambda calls the fn itself. */
    private static boolean isInLambda(Node node) {
        Node at = node;
        while (at != null && !(at instanceof LambdaExpr)) {
            at = at.getParentNode().orElse(null);
        }
        return at != null;
    }

    private static boolean isDeclaredWithType(Node node) {
        Type type = node instanceof VariableDeclarator variable
                ? variable.getType()
                : node instanceof Parameter parameter ? parameter.getType() : null;
        return type != null && !type.isVarType() && !type.isUnknownType();
    }

    /** A constant in a case label has no type of its own. */
    private TypeMirror valueType(Expression value, VariableElement variable) {
        return Members.isField(variable) && value instanceof FieldAccessExpr
                ? present.typeOf(value)
                : variable.asType();
    }

    private static boolean isValue(Node node) {
        return node instanceof ObjectCreationExpr
                || node instanceof LambdaExpr
                || node instanceof MethodReferenceExpr
                || node instanceof ConditionalExpr
                || node instanceof CastExpr
                || node instanceof ArrayAccessExpr
                || node instanceof AssignExpr
                || node instanceof SwitchExpr;
    }

    private void mention(TypeMirror type, Node at) {
        unnameable.inIntersection(type).filter(privateTypes::isOne).ifPresent(hidden -> {
            throw unnameable.at(hidden, at, Problem.PRIVATE_SUPERTYPE); // a type parameter is no part of one
        });
        TypeParts.in(type).forEach(part -> checkBounds(part, at));
        for (DeclaredType hidden : unnameable.types(type)) {
            add((TypeElement) hidden.asElement(), at);
            instances.add(hidden, at);
        }
        if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
            named.putIfAbsent((TypeElement) declared.asElement(), at);
        }
    }

    /** A type parameter that stands for a private type does not satisfy the bound that the type does. */
    private void checkBounds(DeclaredType type, Node at) {
        TypeElement generic = (TypeElement) type.asElement();
        if (privateTypes.isOne(generic) || nameability.isLocal(generic)) {
            return; // of which generated code sees no such bound
        }
        for (int i = 0; i < type.getTypeArguments().size(); i++) {
            Stream<TypeElement> bounds = generic.getTypeParameters().get(i).getBounds().stream()
                    .flatMap(bound -> unnameable.all(bound).stream())
                    .filter(privateTypes::isOne);
            if (unnameable
                    .in(type.getTypeArguments().get(i))
                    .filter(privateTypes::isOne)
                    .isPresent()) {
                bounds.findFirst().ifPresent(bound -> {
                    throw unnameable.at(bound, at, Problem.PRIVATE_SUPERTYPE);
                });
            }
        }
    }

    /** A class itself, and no type of it. */
    private void mention(TypeElement type, Node at) {
        unnameable.all(types.erasure(type.asType())).forEach(hidden -> add(hidden, at));
        named.putIfAbsent(type, at);
    }

    private void add(TypeElement hidden, Node at) {
        if (found.putIfAbsent(hidden, at) == null) {
            for (TypeMirror above : instances.above((DeclaredType) hidden.asType())) {
                unnameable.all(above).forEach(mentioned -> add(mentioned, at));
            }
        }
    }

    /** The bounds of what stands for each class, which all types of it must have in common. */
    private Map<TypeElement, List<TypeMirror>> bounds() {
        Map<TypeElement, List<TypeMirror>> bounds = new LinkedHashMap<>();
        found.keySet().forEach(type -> bounds.put(type, List.of()));
        Denotable denotable = new Denotable(attribution.carrying(bounds), Set.of());
        found.forEach((type, at) -> {
            instances.differing(type, denotable).ifPresent(other -> {
                throw unnameable.at(type, other, Problem.PRIVATE_GENERIC_TYPE);
            });
            bounds.put(type, instances.bounds(type, denotable));
        });
        return new CarriedBounds(attribution, privateTypes, this::isSeenAsRecord).inLine(bounds, inSignature);
    }

    // ---- which classes have a type parameter that stands for them

    private void check(Map<TypeElement, List<TypeMirror>> bounds) {
        found.forEach((type, at) -> {
            if (!privateTypes.isOne(type)) {
                throw unnameable.at(type, at);
            }
            if (!PrivateTypes.isFreeName(type, found.keySet(), attribution.method()) || isHiddenInClass(type)) {
                throw unnameable.at(type, at, Problem.PRIVATE_TYPE_NAME);
            }
            if (hasHiddenBound(bounds.get(type))) {
                throw unnameable.at(type, at, Problem.PRIVATE_SUPERTYPE);
            }
        });
        named.forEach((type, at) -> {
            if (!found.containsKey(type) && !nameability.isLocal(type)) {
                allSupertypes(type).stream()
                        .flatMap(above -> ((DeclaredType) above).getTypeArguments().stream())
                        .flatMap(argument -> unnameable.all(argument).stream())
                        .filter(privateTypes::isOne)
                        .forEach(hidden -> {
                            throw unnameable.at(hidden, at, Problem.PRIVATE_SUPERTYPE);
                        });
            }
        });
    }

    /** Whether a class of the body inherits or declares another type of its name, so that the type parameter is hidden there. */
    private boolean isHiddenInClass(TypeElement type) {
        return classesOfBody.stream()
                .flatMap(local -> Stream.concat(
                        Stream.of(local),
                        ElementFilter.typesIn(attribution.elements().getAllMembers(local)).stream()))
                .anyMatch(other -> other.getSimpleName().equals(type.getSimpleName()) && !other.equals(type));
    }

    private boolean isBelow(TypeElement sub, TypeElement type) {
        return types.isSubtype(types.erasure(sub.asType()), types.erasure(type.asType()));
    }

    /** Whether a record's own superclass says something that other bounds do not: the body mentions it, or the factory of a fn asks for it. */
    private boolean isSeenAsRecord(TypeElement record) {
        return named.containsKey(attribution.elements().getTypeElement("java.lang.Record"))
                || inFactories.contains(record);
    }

    private boolean hasHiddenBound(List<TypeMirror> bounds) {
        return bounds.stream()
                .map(bound -> (TypeElement) types.asElement(bound))
                .anyMatch(bound -> !found.containsKey(bound) && !attribution.isAccessible(bound));
    }

    private Set<TypeMirror> allSupertypes(TypeElement type) {
        Set<TypeMirror> all = new LinkedHashSet<>();
        collect(type.asType(), all);
        return all;
    }

    private void collect(TypeMirror type, Set<TypeMirror> all) {
        for (TypeMirror above : types.directSupertypes(type)) {
            if (all.add(above)) {
                collect(above, all);
            }
        }
    }
}
