package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.model.TypeParameters;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * An exception class in the body of a generic async fn becomes a static member of the future, which has type parameters where the body
 * has those of its method: it cannot name these, and where it cannot be moved it cannot be declared.
 */
final class GenericExceptionRule implements Rule {
    private final MethodSource source;
    private final Attribution attribution;
    private final Reporter reporter;
    private final ExceptionClasses classes;

    GenericExceptionRule(MethodSource source, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.attribution = attribution;
        this.reporter = reporter;
        this.classes = new ExceptionClasses(source, attribution);
    }

    @Override
    public void check(Node node) {
        if (attribution.isGeneric()) {
            classes.at(node).ifPresent(type -> check(node, ExceptionClasses.name(node, type)));
        }
    }

    private void check(Node node, String name) {
        Optional<Node> generic = usesOfTypeParameters(node).findFirst();
        if (classes.isKept(node)) {
            report(
                    node,
                    name,
                    "is declared in a lambda, a class or a `synchronized` block of a generic async fn",
                    "declare it outside of the async fn, or in its body itself");
        } else if (generic.isPresent()) {
            report(
                    generic.get(),
                    name,
                    "depends on the type parameters of the async fn",
                    "declare what it holds as `Object` and cast it where you catch it, or declare the class outside of the async fn");
        }
    }

    private void report(Node at, String name, String what, String remedy) {
        reporter.report(Problem.GENERIC_EXCEPTION, source, at, name, what, remedy);
    }

    private Stream<Node> usesOfTypeParameters(Node declaration) {
        Stream<Node> types = declaration.findAll(ClassOrInterfaceType.class, this::isTypeParameter).stream()
                .map(type -> type);
        return Stream.concat(types, declaration.findAll(NameExpr.class, this::isGenericVariable).stream());
    }

    private boolean isTypeParameter(ClassOrInterfaceType type) {
        return attribution.elementOf(type) instanceof TypeParameterElement parameter && isInSight(parameter);
    }

    private boolean isInSight(TypeParameterElement parameter) {
        return TypeParameters.inSight(attribution.method()).contains(parameter);
    }

    /** A captured variable. If its type is a type parameter itself, its bound does as well. */
    private boolean isGenericVariable(NameExpr name) {
        Element variable = attribution.elementOf(name);
        boolean local = variable != null
                && (variable.getKind() == ElementKind.LOCAL_VARIABLE || variable.getKind() == ElementKind.PARAMETER)
                && variable.getEnclosingElement().equals(attribution.method());
        return local && dependsOnTypeParameters(variable.asType());
    }

    private boolean dependsOnTypeParameters(TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            TypeMirror bound = variable.getUpperBound();
            return bound.getKind() == TypeKind.TYPEVAR
                    ? dependsOnTypeParameters(bound)
                    : !attribution.types().isSameType(bound, attribution.types().erasure(bound));
        }
        return mentionsTypeParameter(type);
    }

    private boolean mentionsTypeParameter(TypeMirror type) {
        return type.accept(
                new SimpleTypeVisitor14<Boolean, Void>(false) {
                    @Override
                    public Boolean visitArray(ArrayType array, Void unused) {
                        return visit(array.getComponentType());
                    }

                    @Override
                    public Boolean visitDeclared(DeclaredType declared, Void unused) {
                        return declared.getTypeArguments().stream().anyMatch(this::visit)
                                || visit(declared.getEnclosingType());
                    }

                    @Override
                    public Boolean visitWildcard(WildcardType wildcard, Void unused) {
                        return wildcard.getExtendsBound() != null && visit(wildcard.getExtendsBound())
                                || wildcard.getSuperBound() != null && visit(wildcard.getSuperBound());
                    }

                    @Override
                    public Boolean visitTypeVariable(TypeVariable variable, Void unused) {
                        return variable.asElement() instanceof TypeParameterElement parameter && isInSight(parameter);
                    }
                },
                null);
    }
}
