package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.Nameability;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A body names, and selects members of, those types only that the generated class can name too. */
final class NameRule implements Rule {
    private final MethodSource source;
    private final Attribution attribution;
    private final Reporter reporter;
    private final Nameability nameability;
    /** Each type once: its variables and their members follow from its first mention. */
    private final Set<TypeElement> reported = new HashSet<>();

    private boolean usesPrivate;

    NameRule(MethodSource source, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.attribution = attribution;
        this.reporter = reporter;
        TypeElement owner = (TypeElement) attribution.method().getEnclosingElement();
        this.nameability = new Nameability(attribution.elements(), owner);
    }

    /** Whether there is a type that is private, so that a name is needed that stands for it. */
    boolean usesPrivate() {
        return usesPrivate;
    }

    @Override
    public void check(Node node) {
        if (node instanceof ClassOrInterfaceType
                || node instanceof AnnotationExpr
                || node instanceof NameExpr
                || node instanceof FieldAccessExpr) {
            checkName(attribution.elementOf(node), node);
        } else if (node instanceof MethodCallExpr
                || node instanceof MethodReferenceExpr
                || node instanceof ObjectCreationExpr) {
            checkName(attribution.elementOf(node), node);
        }
        if (node instanceof FieldAccessExpr access) {
            checkScope(access.getScope(), access);
        } else if (node instanceof MethodCallExpr call && call.getScope().isPresent()) {
            checkScope(call.getScope().get(), call);
        }
    }

    private void checkName(Element named, Node node) {
        if (named instanceof TypeElement type) {
            report(nameability.obstacle(type), node);
        } else if (named != null && isBridged(named)) {
            for (TypeMirror type : bridgedTypes(named)) {
                report(nameability.obstacle(type), node);
            }
        }
    }

    /** A member that the generated class reaches through a bridge, which names the types in its declaration. */
    private boolean isBridged(Element named) {
        if (!(named.getEnclosingElement() instanceof TypeElement declaring) || nameability.isLocal(declaring)) {
            return false;
        }
        boolean elsewhere = !attribution.elements().getPackageOf(named).equals(Naming.packageOf(attribution.method()));
        return named.getModifiers().contains(Modifier.PRIVATE)
                || named.getModifiers().contains(Modifier.PROTECTED) && elsewhere;
    }

    private static List<TypeMirror> bridgedTypes(Element member) {
        if (!(member instanceof ExecutableElement method)) {
            return List.of(member.asType());
        }
        List<TypeMirror> types = new ArrayList<>();
        types.add(method.getReturnType());
        method.getParameters().forEach(parameter -> types.add(parameter.asType()));
        types.addAll(method.getThrownTypes());
        method.getTypeParameters().forEach(parameter -> types.addAll(parameter.getBounds()));
        return types;
    }

    /** {@code helper().name()} does not name the type of {@code helper()}, and still must be able to. */
    private void checkScope(Expression scope, Node member) {
        if (isValue(scope)) {
            TypeMirror type = erased(attribution.typeOf(scope));
            while (type instanceof ArrayType array) {
                type = array.getComponentType();
            }
            // Its type arguments do not matter to javac here.
            if (type instanceof DeclaredType declared) {
                report(nameability.obstacle((TypeElement) declared.asElement()), member);
            }
        }
    }

    /** What is left of a wildcard or an intersection for javac to cast to. */
    private TypeMirror erased(TypeMirror type) {
        boolean several = type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.INTERSECTION;
        return several ? attribution.types().erasure(type) : type;
    }

    private boolean isValue(Expression scope) {
        if (scope instanceof ThisExpr || scope instanceof SuperExpr) {
            return false;
        }
        Element element =
                scope instanceof NameExpr || scope instanceof FieldAccessExpr ? attribution.elementOf(scope) : null;
        return !(element instanceof TypeElement) && !(element instanceof PackageElement);
    }

    private void report(Optional<Nameability.Obstacle> obstacle, Node at) {
        if (obstacle.isPresent() && obstacle.get().problem() == Problem.PRIVATE_TYPE) {
            usesPrivate = true;
        } else if (obstacle.isPresent() && reported.add(obstacle.get().type())) {
            Name owner = source.method().owner().getSimpleName();
            Name type = obstacle.get().type().getSimpleName();
            reporter.report(obstacle.get().problem(), source, at, type, owner);
        }
    }
}
