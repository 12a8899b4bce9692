package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Finds out which class's member a name in the body means, and whether the generated class, which stands outside of
 * the user's class but in its package, can reach it.
 */
public final class Members {
    private final Attribution attribution;
    private final Types types;
    private final Membership membership;
    private final Node method;
    private final TypeElement owner;
    private final ClassScopes scopes;
    private final CarriedMembers carried;
    private final Map<Node, Node> standIns = new IdentityHashMap<>();

    public Members(MethodSource source, Attribution attribution, ClassScopes scopes) {
        this.scopes = scopes;
        this.attribution = attribution;
        this.types = attribution.types();
        this.membership = new Membership(types);
        this.method = source.declaration();
        this.owner = (TypeElement) attribution.method().getEnclosingElement();
        this.carried = new CarriedMembers(attribution);
        source.localEnums().forEach((standIn, local) -> standIns.put(local, standIn));
    }

    public TypeElement owner() {
        return owner;
    }

    /** Whether a node stands in a lambda or class body, and so runs at another time than the body around it. */
    public boolean isDeferred(Node node) {
        for (Node n = node; n != method; n = parent(n)) {
            if (n instanceof LambdaExpr || isClassBody(n, node)) {
                return true;
            }
        }
        return false;
    }

    private boolean isClassBody(Node n, Node from) {
        if (n instanceof TypeDeclaration<?>) {
            return true;
        }
        return n instanceof ObjectCreationExpr creation
                && creation.getAnonymousClassBody().isPresent()
                && isInBody(creation, from);
    }

    private boolean isInBody(ObjectCreationExpr creation, Node from) {
        for (Node n = from; n != creation; n = parent(n)) {
            if (parent(n) == creation) {
                Node member = n;
                return creation.getAnonymousClassBody().orElseThrow().stream().anyMatch(m -> m == member);
            }
        }
        return false;
    }

    /** A local enum was parsed by itself: it stands where its stand-in does. */
    private Node parent(Node node) {
        return standIns.containsKey(node)
                ? standIns.get(node)
                : node.getParentNode().orElseThrow();
    }

    /** The classes declared in the body around a node, from the inside out. */
    public List<TypeElement> localClassesAround(Node node) {
        List<TypeElement> classes = new ArrayList<>();
        for (Node n = node; n != method; n = parent(n)) {
            if (n instanceof TypeDeclaration<?> && n != node) {
                classes.add((TypeElement) attribution.elementOf(n));
            } else if (n instanceof ObjectCreationExpr creation && n != node && isClassBody(n, node)) {
                classes.add((TypeElement) ((DeclaredType) attribution.typeOf(creation)).asElement());
            }
        }
        return classes;
    }

    /** Whether an unqualified name at this place means a member of a class that the body declares. */
    public boolean isLocalMember(Element member, Node at) {
        return localClassesAround(at).stream().anyMatch(c -> membership.isMember(c, member)) || isLocal(member);
    }

    /** Whether an instance of a class that the body declares encloses the inner objects created at this place. */
    public boolean isCreatedInLocal(TypeElement inner, Node at) {
        return localEnclosing(inner, at).isPresent() || isLocal(inner);
    }

    /** The class that the body declares in whose instance an inner object is created at this place. */
    public Optional<TypeElement> localEnclosing(TypeElement inner, Node at) {
        return localClassesAround(at).stream().filter(c -> encloses(c, inner)).findFirst();
    }

    /** Whether it is declared by a class inside the body. */
    public boolean isLocal(Element member) {
        for (Element e = member; e != null && !(e instanceof PackageElement); e = e.getEnclosingElement()) {
            if (e instanceof TypeElement type
                    && (type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS)) {
                return true;
            }
        }
        return false;
    }

    /** The user's class, or the nearest class around it, that has this member; null if none has. */
    public TypeElement host(Element member) {
        for (Element e = owner; e instanceof TypeElement type; e = e.getEnclosingElement()) {
            if (membership.isMember(type, member)) {
                return type;
            }
        }
        return null;
    }

    /**
     * A class whose name the generated class can use to select a static member that the body selects of nothing: a
     * class that is not public may hand it down to one that is.
     */
    public TypeElement qualifier(Element member) {
        TypeElement declaring = (TypeElement) member.getEnclosingElement();
        TypeElement host = host(member);
        if (host != null && !declaring.getKind().isInterface()) {
            return host;
        }
        if (attribution.isAccessible(declaring)) {
            return declaring;
        }
        return host != null ? host : attribution.importedFrom(member);
    }

    /** The user's class, or the nearest class around it, in whose instance an inner object is created. */
    public TypeElement enclosing(TypeElement inner) {
        TypeElement type = owner;
        while (!encloses(type, inner)) {
            type = (TypeElement) type.getEnclosingElement();
        }
        return type;
    }

    /** Whether one of the classes around the body has an instance in which an inner object can be created. */
    public boolean isEnclosed(TypeElement inner) {
        Element e = owner;
        while (e instanceof TypeElement type && !encloses(type, inner)) {
            e = e.getEnclosingElement();
        }
        return e instanceof TypeElement;
    }

    /** Whether each instance of a member class belongs to an instance of the class around it. */
    public static boolean isInner(TypeElement type) {
        return type.getNestingKind() == NestingKind.MEMBER
                && type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC)
                && !type.getEnclosingElement().getKind().isInterface();
    }

    /** javac takes any subclass of the class that declares the inner one, be the latter inherited or not. */
    private boolean encloses(TypeElement type, TypeElement inner) {
        return inner.getEnclosingElement() instanceof TypeElement declaring && membership.isSubclass(type, declaring);
    }

    /** Whether a class declares or inherits a member. */
    public boolean hasMember(TypeElement type, Element member) {
        return membership.isMember(type, member);
    }

    /** Whether generated code must go through the bridge to reach the member. */
    public boolean needsBridge(Element member) {
        if (isLocal(member) || isArrayMember(member)) {
            return false;
        }
        if (member.getModifiers().contains(Modifier.PRIVATE) || isOfHiddenClass(member) || carried.isMember(member)) {
            return true;
        }
        return member.getModifiers().contains(Modifier.PROTECTED)
                && !Naming.packageOf(member).equals(Naming.packageOf(owner));
    }

    /** Whether the class to select a static member of is hidden from classes of the body by something of its name. */
    private boolean isOfHiddenClass(Element member) {
        TypeElement host = host(member);
        TypeElement outermost = Naming.outermost(host == null ? (TypeElement) member.getEnclosingElement() : host);
        return member.getModifiers().contains(Modifier.STATIC)
                && outermost.equals(Naming.outermost(owner))
                && scopes.declared().contains(outermost.getSimpleName().toString());
    }

    /** Whether generated code must go through the bridge to select the member of an expression's value. */
    public boolean needsBridge(Element member, Expression scope) {
        return isSuperCall(member, scope) || needsBridge(member) && !isInherited(member, scope);
    }

    /** Whether it is a method that only a class around the body can call, by its {@code super}. */
    public boolean isSuperCall(Element member, Expression scope) {
        return scope instanceof SuperExpr expression
                && member.getKind() == ElementKind.METHOD
                && !member.getModifiers().contains(Modifier.STATIC)
                && ofSuper(expression) != null;
    }

    /** The class around the body whose {@code super} is meant; null if it is that of a class which the body declares. */
    public TypeElement ofSuper(SuperExpr expression) {
        List<TypeElement> around = localClassesAround(expression);
        if (expression.getTypeName().isEmpty() || isOfInterface(expression)) {
            return around.isEmpty() ? owner : null;
        }
        String name = expression.getTypeName().get().getIdentifier();
        if (around.stream().anyMatch(local -> local.getSimpleName().contentEquals(name))) {
            return null;
        }
        TypeElement type = owner;
        while (!type.getSimpleName().contentEquals(name)) {
            type = (TypeElement) type.getEnclosingElement();
        }
        return type;
    }

    /** An interface is one of the class that the expression stands in, also if it stands around that class (JLS 15.12.1). */
    private boolean isOfInterface(SuperExpr expression) {
        return types.asElement(attribution.typeOf(expression)).getKind().isInterface();
    }

    /** Whether a class of the body may select a member that it inherits from another package (JLS 6.6.2.1). */
    private boolean isInherited(Element member, Expression scope) {
        return !member.getModifiers().contains(Modifier.PRIVATE)
                && localClassesAround(scope).stream()
                        .filter(local -> membership.isSubclass(local, (TypeElement) member.getEnclosingElement()))
                        .anyMatch(local -> member.getModifiers().contains(Modifier.STATIC)
                                || scope instanceof SuperExpr
                                || types.isSubtype(
                                        types.erasure(attribution.typeOf(scope)), types.erasure(local.asType())));
    }

    private static boolean isArrayMember(Element member) {
        return member.getKind() == ElementKind.FIELD
                && (member.getEnclosingElement() == null
                        || member.getEnclosingElement().asType().getKind() != TypeKind.DECLARED);
    }

    /** A type as its supertype of a class; null if it has none. */
    public DeclaredType supertype(TypeMirror type, TypeElement wanted) {
        return membership.supertype(type, wanted);
    }

    /** Whether it is a field, or an enum constant. */
    public static boolean isField(Element element) {
        return element.getKind() == ElementKind.FIELD || element.getKind() == ElementKind.ENUM_CONSTANT;
    }
}
