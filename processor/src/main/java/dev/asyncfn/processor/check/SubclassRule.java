package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.Nameability;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** A class that a body declares moves into the generated class: no bridge helps where it calls a private constructor. */
final class SubclassRule implements Rule {
    private final MethodSource source;
    private final Attribution attribution;
    private final Reporter reporter;
    private final Nameability nameability;

    SubclassRule(MethodSource source, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.attribution = attribution;
        this.reporter = reporter;
        this.nameability = new Nameability(
                attribution.elements(), (TypeElement) attribution.method().getEnclosingElement());
    }

    @Override
    public void check(Node node) {
        if (node instanceof ObjectCreationExpr creation
                && creation.getAnonymousClassBody().isPresent()
                && attribution.elementOf(creation) instanceof ExecutableElement constructor) {
            anonymous(constructor, creation);
        } else if (node instanceof ClassOrInterfaceDeclaration local
                && attribution.elementOf(local) instanceof TypeElement type) {
            TypeElement superclass = superclass(type);
            if (superclass != null && constructors(superclass).stream().allMatch(this::isPrivate)) {
                report(superclass, local);
            }
        } else if (node instanceof ExplicitConstructorInvocationStmt call
                && !call.isThis()
                && attribution.elementOf(call) instanceof ExecutableElement constructor
                && isPrivate(constructor)
                && isOutside((TypeElement) constructor.getEnclosingElement())) {
            report((TypeElement) constructor.getEnclosingElement(), call);
        }
    }

    /** An anonymous class has one constructor, with the parameters of the one that it calls. */
    private void anonymous(ExecutableElement constructor, ObjectCreationExpr creation) {
        TypeElement superclass = superclass((TypeElement) constructor.getEnclosingElement());
        if (superclass == null) {
            return;
        }
        List<String> passed = parameters(constructor);
        boolean called = constructors(superclass).stream()
                .anyMatch(c -> isPrivate(c) && parameters(c).equals(passed));
        if (called) {
            report(superclass, creation);
        }
    }

    private List<String> parameters(ExecutableElement constructor) {
        return constructor.getParameters().stream()
                .map(parameter ->
                        attribution.types().erasure(parameter.asType()).toString())
                .toList();
    }

    /** The superclass, if it is declared outside of the body; else null. */
    private TypeElement superclass(TypeElement type) {
        TypeMirror superclass = type.getSuperclass();
        if (superclass.getKind() != TypeKind.DECLARED) {
            return null;
        }
        TypeElement element = (TypeElement) ((DeclaredType) superclass).asElement();
        return isOutside(element) ? element : null;
    }

    private boolean isOutside(TypeElement type) {
        return !nameability.isLocal(type);
    }

    private static List<ExecutableElement> constructors(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements());
    }

    private boolean isPrivate(ExecutableElement constructor) {
        return constructor.getModifiers().contains(Modifier.PRIVATE);
    }

    private void report(TypeElement superclass, Node at) {
        reporter.report(Problem.PRIVATE_CONSTRUCTOR, source, at, superclass.getSimpleName());
    }
}
