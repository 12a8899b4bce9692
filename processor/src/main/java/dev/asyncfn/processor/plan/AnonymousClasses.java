package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Finds the anonymous classes that need a name: a {@code var}, or an operand, that is kept across an await has the
 * class for its type, and members are used that no type with a name has. In addition the exceptions among them, if the future's class is
 * generic: an anonymous class inside would be so, too, and must not extend {@code Throwable} then (JLS 8.1.2).
 */
final class AnonymousClasses {
    private final Node method;
    private final Attribution attribution;
    private final Awaits awaits;
    private final Members members;
    private final Patterns patterns;
    private final Map<TypeElement, String> names = new LinkedHashMap<>();
    private final Set<Element> ownMembersUsed = new HashSet<>();

    private AnonymousClasses(
            MethodSource source, Attribution attribution, Awaits awaits, Members members, Patterns patterns) {
        this.method = source.declaration();
        this.attribution = attribution;
        this.awaits = awaits;
        this.members = members;
        this.patterns = patterns;
    }

    /** What to call each class that needs a name. */
    static Map<TypeElement, String> names(
            MethodSource source, Attribution attribution, Awaits awaits, Members members, Patterns patterns) {
        AnonymousClasses classes = new AnonymousClasses(source, attribution, awaits, members, patterns);
        classes.find();
        return classes.names;
    }

    private void find() {
        if (method.findFirst(
                        ObjectCreationExpr.class, c -> c.getAnonymousClassBody().isPresent())
                .isPresent()) {
            method.walk(this::use);
            method.walk(this::keep);
            if (!attribution.method().getTypeParameters().isEmpty()) {
                method.findAll(
                                ObjectCreationExpr.class,
                                c -> c.getAnonymousClassBody().isPresent())
                        .forEach(this::exception);
            }
        }
    }

    // ---- which classes have members of their own that are used outside

    private void use(Node node) {
        Element member = attribution.elementOf(node);
        if (member == null || !isAnonymous(member.getEnclosingElement())) {
            return;
        }
        TypeElement type = (TypeElement) member.getEnclosingElement();
        if (!members.localClassesAround(node).contains(type) && !isInherited(member, type)) {
            ownMembersUsed.add(type);
        }
    }

    private boolean isInherited(Element member, TypeElement type) {
        return isInherited(member, type, attribution);
    }

    /** Whether a class above an anonymous one has the same member. */
    static boolean isInherited(Element member, TypeElement type, Attribution attribution) {
        return member instanceof ExecutableElement method
                && attribution.types().directSupertypes(type.asType()).stream()
                        .map(s -> (TypeElement) ((DeclaredType) s).asElement())
                        .flatMap(s -> attribution.elements().getAllMembers(s).stream())
                        .anyMatch(m -> m instanceof ExecutableElement inherited
                                && attribution.elements().overrides(method, inherited, type)
                                && isSameResult(method, inherited, type, attribution));
    }

    private static boolean isSameResult(
            ExecutableElement method, ExecutableElement inherited, TypeElement type, Attribution attribution) {
        TypeMirror seen = attribution.types().asMemberOf((DeclaredType) type.asType(), inherited);
        return attribution.types().isSameType(method.getReturnType(), ((ExecutableType) seen).getReturnType());
    }

    private void exception(ObjectCreationExpr creation) {
        TypeElement type = (TypeElement) attribution.types().asElement(attribution.typeOf(creation));
        if (attribution.isA(type.asType(), "java.lang.Throwable")) {
            names.putIfAbsent(type, "Anonymous" + creation.getType().getNameAsString());
        }
    }

    // ---- which classes are the types of what is kept

    private void keep(Node node) {
        if (node instanceof VariableDeclarator variable && variable.getType().isVarType()) {
            keep(variable, variable.getNameAsString(), isKept(variable));
        } else if (node instanceof TypePatternExpr pattern && pattern.getType().isVarType()) {
            keep(pattern, pattern.getNameAsString(), true);
        } else if (node instanceof MethodCallExpr call && call.getScope().isPresent() && awaits.in(call)) {
            name(attribution.typeOf(call.getScope().get()), "receiver");
        } else if (node instanceof FieldAccessExpr access && awaits.in(access)) {
            name(attribution.typeOf(access.getScope()), "receiver");
        }
    }

    private void keep(Node declaration, String name, boolean kept) {
        if (kept && !members.isDeferred(declaration)) {
            name(attribution.elementOf(declaration).asType(), name);
        }
    }

    private void name(TypeMirror type, String wish) {
        Set<TypeElement> mentioned = new LinkedHashSet<>();
        addAnonymous(type, new HashSet<>(), mentioned);
        mentioned.retainAll(ownMembersUsed);
        String suffix = isAnonymous(attribution.types().asElement(type)) ? "" : "Element";
        String name = wish.substring(0, 1).toUpperCase(Locale.ROOT) + wish.substring(1) + suffix;
        mentioned.forEach(element -> names.putIfAbsent(element, name));
    }

    /** Whether an await, or something else that takes statements apart, lies between a variable and its last use. */
    private boolean isKept(VariableDeclarator variable) {
        Node statement = parent(parent(variable));
        if (!(statement instanceof ExpressionStmt) || !(parent(statement) instanceof BlockStmt block)) {
            return awaits.in(parent(statement));
        }
        boolean after = false;
        boolean apart = false;
        for (Statement next : block.getStatements()) {
            apart |= after && mayBeTakenApart(next);
            after |= next == statement;
            if (apart && mentions(next, attribution.elementOf(variable))) {
                return true;
            }
        }
        return false;
    }

    private static Node parent(Node node) {
        return node.getParentNode().orElseThrow();
    }

    private boolean mayBeTakenApart(Statement statement) {
        return awaits.in(statement) || patterns.flowOutOf(statement);
    }

    private boolean mentions(Statement statement, Element variable) {
        return statement
                .findFirst(Node.class, n -> VariableNames.maybe(n) && variable.equals(attribution.elementOf(n)))
                .isPresent();
    }

    // ---- types

    private static boolean isAnonymous(Element element) {
        return element instanceof TypeElement type && type.getNestingKind() == NestingKind.ANONYMOUS;
    }

    private void addAnonymous(TypeMirror type, Set<TypeMirror> seen, Set<TypeElement> found) {
        if (type == null || !seen.add(type)) {
            return;
        }
        switch (type.getKind()) {
            case DECLARED -> {
                for (Element e = ((DeclaredType) type).asElement();
                        e instanceof TypeElement;
                        e = e.getEnclosingElement()) {
                    if (isAnonymous(e)) {
                        found.add((TypeElement) e);
                    }
                }
                ((DeclaredType) type).getTypeArguments().forEach(argument -> addAnonymous(argument, seen, found));
            }
            case ARRAY -> addAnonymous(((ArrayType) type).getComponentType(), seen, found);
            case TYPEVAR -> addAnonymous(((TypeVariable) type).getUpperBound(), seen, found);
            case WILDCARD -> {
                addAnonymous(((WildcardType) type).getExtendsBound(), seen, found);
                addAnonymous(((WildcardType) type).getSuperBound(), seen, found);
            }
            case INTERSECTION ->
                ((IntersectionType) type).getBounds().forEach(bound -> addAnonymous(bound, seen, found));
            default -> {
                // no class is part of it
            }
        }
    }
}
