package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.attribute.KeptClass;
import dev.asyncfn.processor.attribute.TypedBody;
import dev.asyncfn.processor.collect.Nameability;
import dev.asyncfn.processor.collect.Slots;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the anonymous classes of a body that no class outside of the user's own can stand for: they extend a private class, implement a
 * private interface, override a method that is made of a private type, or call a private constructor. They stay where they are.
 */
final class KeptClasses {
    private final TypedBody body;
    private final MethodSource source;
    private final Attribution attribution;
    private final Nameability nameability;

    KeptClasses(TypedBody body) {
        this.body = body;
        this.source = body.source();
        this.attribution = body.attribution();
        this.nameability = new Nameability(
                attribution.elements(), (TypeElement) attribution.method().getEnclosingElement());
    }

    /** Takes them out of the body. */
    void cut() {
        List<ObjectCreationExpr> kept = source.nodesOfBody()
                .filter(ObjectCreationExpr.class::isInstance)
                .map(ObjectCreationExpr.class::cast)
                .filter(this::include)
                .toList();
        kept.forEach(creation -> KeptClass.cut(creation, typeOf(creation), captured(creation)));
    }

    boolean include(ObjectCreationExpr creation) {
        return creation.getAnonymousClassBody().isPresent()
                && attribution.elementOf(creation) instanceof ExecutableElement constructor
                && isNeeded(creation, constructor)
                && isOfOwner(creation)
                && isCallable(creation, constructor)
                && staysAmongItself(creation);
    }

    private TypeElement typeOf(ObjectCreationExpr creation) {
        return (TypeElement) attribution.types().asElement(attribution.typeOf(creation));
    }

    // ---- whether there is no other way

    private boolean isNeeded(ObjectCreationExpr creation, ExecutableElement constructor) {
        TypeElement above = (TypeElement) attribution.elementOf(creation.getType());
        return isPrivate(above.asType())
                || !nameability.isLocal(above)
                        && takesPrivate(above, creation.getArguments().size())
                || callsPrivate(constructor)
                || creation.findAll(MethodDeclaration.class).stream().anyMatch(this::overridesPrivate);
    }

    private boolean isPrivate(TypeMirror type) {
        return nameability
                .obstacle(type)
                .filter(obstacle -> obstacle.problem() == Problem.PRIVATE_TYPE)
                .isPresent();
    }

    /** Whether what the class passes on is for a constructor that is made of a private type. */
    private boolean takesPrivate(TypeElement above, int arguments) {
        return ElementFilter.constructorsIn(above.getEnclosedElements()).stream()
                .filter(constructor ->
                        constructor.isVarArgs() || constructor.getParameters().size() == arguments)
                .anyMatch(this::mentionsPrivate);
    }

    private boolean mentionsPrivate(ExecutableElement method) {
        return Stream.of(
                        Stream.of(method.getReturnType()),
                        method.getParameters().stream().map(Element::asType),
                        method.getTypeParameters().stream().flatMap(parameter -> parameter.getBounds().stream()))
                .flatMap(types -> types)
                .anyMatch(this::isPrivate);
    }

    /** Whether the one constructor of an anonymous class, which has the parameters of the one that it calls, calls a private one. */
    boolean callsPrivate(ExecutableElement constructor) {
        TypeMirror above = ((TypeElement) constructor.getEnclosingElement()).getSuperclass();
        if (above.getKind() != TypeKind.DECLARED) {
            return false;
        }
        TypeElement superclass = (TypeElement) ((DeclaredType) above).asElement();
        List<String> passed = parameters(constructor);
        return !nameability.isLocal(superclass)
                && ElementFilter.constructorsIn(superclass.getEnclosedElements()).stream()
                        .filter(called -> called.getModifiers().contains(Modifier.PRIVATE))
                        .anyMatch(called -> parameters(called).equals(passed));
    }

    private List<String> parameters(ExecutableElement constructor) {
        return constructor.getParameters().stream()
                .map(parameter ->
                        attribution.types().erasure(parameter.asType()).toString())
                .toList();
    }

    private boolean overridesPrivate(MethodDeclaration declaration) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(declaration);
        TypeElement type = (TypeElement) method.getEnclosingElement();
        return supertypes(type)
                .filter(above -> !nameability.isLocal(above))
                .flatMap(above -> ElementFilter.methodsIn(above.getEnclosedElements()).stream())
                .filter(this::mentionsPrivate)
                .anyMatch(inherited -> attribution.elements().overrides(method, inherited, type));
    }

    private Stream<TypeElement> supertypes(TypeElement type) {
        return attribution.types().directSupertypes(type.asType()).stream()
                .map(above -> (TypeElement) attribution.types().asElement(above))
                .flatMap(above -> Stream.concat(Stream.of(above), supertypes(above)));
    }

    // ---- whether this way is open

    /** In a class of the body, the enclosing instance would be one of the class that javac has made of that. */
    private boolean isOfOwner(ObjectCreationExpr creation) {
        Node at = creation;
        while (!(at instanceof BodyDeclaration<?>) && at.getParentNode().isPresent()) {
            at = at.getParentNode().get();
        }
        return at == source.declaration();
    }

    /** Whether the future can call the constructor: what is passed, and what it throws, can be written there. */
    private boolean isCallable(ObjectCreationExpr creation, ExecutableElement constructor) {
        return creation.getScope().isEmpty()
                && !constructor.isVarArgs()
                && constructor.getThrownTypes().stream()
                        .allMatch(thrown -> thrown.getKind() == TypeKind.DECLARED
                                && nameability.obstacle(thrown).isEmpty())
                && Slots.of(constructor.getParameters())
                                + Slots.of(captured(creation).keySet())
                                + 2
                        < Slots.MOST;
    }

    /**
     * Whether the class has nothing to do with other classes of the body, of which the future has classes of its own, and the body knows it
     * as what is above it only.
     */
    private boolean staysAmongItself(ObjectCreationExpr creation) {
        TypeElement type = typeOf(creation);
        Stream<TypeMirror> named = members(creation)
                .flatMap(member -> member.findAll(ClassOrInterfaceType.class).stream())
                .map(name -> attribution.elementOf(name))
                .filter(TypeElement.class::isInstance)
                .map(Element::asType);
        Stream<TypeMirror> captured = captured(creation).keySet().stream().map(Element::asType);
        return Stream.concat(named, captured).noneMatch(each -> mentionsLocal(each, type))
                && nodes(body)
                        .filter(node -> !isIn(creation, node))
                        .map(attribution::elementOf)
                        .noneMatch(element -> element != null && type.equals(element.getEnclosingElement()));
    }

    private static Stream<Node> nodes(TypedBody body) {
        return Stream.concat(body.source().nodesOfBody(), body.blocks().stream().flatMap(block -> nodes(block.body())));
    }

    private boolean mentionsLocal(TypeMirror type, TypeElement own) {
        return type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED
                ? nameability.isLocal((TypeElement) declared.asElement()) && !isInside(declared.asElement(), own)
                        || declared.getTypeArguments().stream().anyMatch(argument -> mentionsLocal(argument, own))
                : Nameability.parts(type).anyMatch(part -> mentionsLocal(part, own));
    }

    private static boolean isInside(Element element, TypeElement own) {
        return element != null && (element.equals(own) || isInside(element.getEnclosingElement(), own));
    }

    private static boolean isIn(ObjectCreationExpr creation, Node node) {
        for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
            if (at == creation) {
                return true;
            }
        }
        return false;
    }

    // ---- what it reads

    private static Stream<BodyDeclaration<?>> members(ObjectCreationExpr creation) {
        return creation.getAnonymousClassBody().orElseThrow().stream();
    }

    /** The variables around the class that it names, each with its first use; constants are part of its text. */
    private Map<VariableElement, Node> captured(ObjectCreationExpr creation) {
        Set<Element> declared = new HashSet<>();
        Map<VariableElement, Node> named = new LinkedHashMap<>();
        members(creation)
                .forEach(member -> member.walk(node -> {
                    if (node instanceof VariableDeclarator
                            || node instanceof Parameter
                            || node instanceof TypePatternExpr) {
                        declared.add(attribution.elementOf(node));
                    } else if (isName(node)
                            && attribution.elementOf(node) instanceof VariableElement variable
                            && !variable.getKind().isField()
                            && variable.getConstantValue() == null) {
                        named.putIfAbsent(variable, node);
                    }
                }));
        named.keySet().removeAll(declared);
        return named;
    }

    /** In {@code name::method} JavaParser takes every name for a type. */
    private static boolean isName(Node node) {
        return node instanceof NameExpr
                || node instanceof ClassOrInterfaceType type && type.getScope().isEmpty();
    }
}
