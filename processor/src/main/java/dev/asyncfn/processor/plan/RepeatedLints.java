package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Modifier.Keyword;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.modifiers.NodeWithStrictfpModifier;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.model.Varargs;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;

/**
 * The lints by which javac warns of the user's code, in the user's file: in the generated class, which repeats that code, it must not warn
 * again. Only forms of which it does warn are sought, so that most classes need no annotation for it.
 */
final class RepeatedLints {
    private final Attribution attribution;
    private final Set<String> found;

    RepeatedLints(Attribution attribution, Set<String> found) {
        this.attribution = attribution;
        this.found = found;
    }

    void add(Node node) {
        if (isInAnnotation(node)) {
            return; // javac does not attribute what stands there as it does code
        }
        if (node instanceof Expression value
                && !(node instanceof TypeExpr) // no value: the type of a reference to its method
                && !(attribution.elementOf(value) instanceof TypeElement)
                && isRaw(attribution.typeOf(value))) {
            found.add("unchecked"); // of what is called on it, or assigned from it
        }
        addOfKind(node);
        if (node instanceof NodeWithStrictfpModifier<?> modified && modified.hasModifier(Keyword.STRICTFP)) {
            found.add("strictfp");
        }
        commented(node);
    }

    private void addOfKind(Node node) {
        if (node instanceof CastExpr cast) {
            cast(cast);
        } else if (node instanceof ClassOrInterfaceType type) {
            raw(type);
        } else if (node instanceof BinaryExpr binary) {
            divided(
                    binary.getRight(),
                    binary.getOperator() == BinaryExpr.Operator.DIVIDE
                            || binary.getOperator() == BinaryExpr.Operator.REMAINDER);
        } else if (node instanceof AssignExpr assignment) {
            assigned(assignment);
        } else if (node instanceof FieldAccessExpr access) {
            selected(access.getScope(), attribution.elementOf(access));
        } else if (node instanceof MethodCallExpr call) {
            called(call);
        } else if (node instanceof ReturnStmt result) {
            returned(result);
        } else if (node instanceof IfStmt choice && choice.getThenStmt().isEmptyStmt()) {
            found.add("empty");
        } else if (node instanceof SynchronizedStmt block) {
            locked(attribution.typeOf(block.getExpression()));
        } else if (node instanceof TryStmt statement) {
            tried(statement);
        } else if (node instanceof TypeDeclaration<?>
                || node instanceof ObjectCreationExpr creation
                        && creation.getAnonymousClassBody().isPresent()) {
            declared(node);
        } else if (node instanceof CallableDeclaration<?> callable && callable.isAnnotationPresent(SafeVarargs.class)) {
            found.add("varargs"); // of what it does with its array
        }
    }

    private static boolean isInAnnotation(Node node) {
        Node around = node;
        while (around != null && !(around instanceof AnnotationExpr)) {
            around = around.getParentNode().orElse(null);
        }
        return around != null;
    }

    private void commented(Node node) {
        boolean isDeclaration = node instanceof BodyDeclaration<?>
                || node instanceof LocalClassDeclarationStmt
                || node instanceof LocalRecordDeclarationStmt;
        boolean isDangling = !isDeclaration
                        && node.getComment().filter(Comment::isJavadocComment).isPresent()
                || node.getOrphanComments().stream().anyMatch(Comment::isJavadocComment);
        if (isDangling) {
            found.add("dangling-doc-comments");
        }
    }

    private void cast(CastExpr cast) {
        TypeMirror to = attribution.typeOf(cast);
        TypeMirror from = attribution.typeOf(cast.getExpression());
        boolean known = from.getKind() != TypeKind.NONE && from.getKind() != TypeKind.NULL;
        if (known && attribution.types().isSameType(to, from)) {
            found.add("cast");
        }
        boolean isChecked = to.getKind().isPrimitive()
                || attribution.types().isSameType(to, attribution.types().erasure(to));
        if (!isChecked && known && !attribution.types().isSubtype(from, to)) {
            found.add("unchecked");
        }
    }

    private void returned(ReturnStmt result) {
        boolean isCast = attribution.method().getReturnType().getKind().isPrimitive()
                && result.getExpression().filter(Conversions::isPoly).isPresent();
        if (isCast) {
            found.add("cast"); // to the type that all its parts may have already
        }
    }

    private void raw(ClassOrInterfaceType type) {
        boolean isRaw = type.getTypeArguments().isEmpty()
                && attribution.elementOf(type) instanceof TypeElement named
                && !named.getTypeParameters().isEmpty();
        if (isRaw) {
            found.add("rawtypes");
            found.add("unchecked"); // of what is called on it, or assigned from it
        }
    }

    private static boolean isRaw(TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            return isRaw(variable.getUpperBound());
        }
        if (type instanceof IntersectionType several) {
            return several.getBounds().stream().anyMatch(RepeatedLints::isRaw);
        }
        return type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && declared.getTypeArguments().isEmpty()
                && !((TypeElement) declared.asElement()).getTypeParameters().isEmpty();
    }

    private void divided(Expression by, boolean isDivision) {
        if (isDivision
                && by instanceof IntegerLiteralExpr literal
                && literal.asNumber().intValue() == 0) {
            found.add("divzero");
        }
    }

    private void assigned(AssignExpr assignment) {
        AssignExpr.Operator operator = assignment.getOperator();
        divided(
                assignment.getValue(),
                operator == AssignExpr.Operator.DIVIDE || operator == AssignExpr.Operator.REMAINDER);
        TypeMirror target = attribution.typeOf(assignment.getTarget());
        TypeMirror value = attribution.typeOf(assignment.getValue());
        boolean isNarrowed = operator != AssignExpr.Operator.ASSIGN
                && target.getKind().isPrimitive()
                && value.getKind().isPrimitive()
                && !attribution.types().isAssignable(value, target);
        if (isNarrowed) {
            found.add("lossy-conversions");
        }
        boolean isPrivate = assignment.getTarget() instanceof FieldAccessExpr access
                && !access.getScope().isNameExpr()
                && attribution.elementOf(access).getModifiers().contains(Modifier.PRIVATE);
        if (isPrivate && operator != AssignExpr.Operator.ASSIGN) {
            found.add("cast"); // the cast that tells an overload the type of what stands for it
        }
    }

    private void selected(Expression scope, Element member) {
        boolean isStatic = member != null && member.getModifiers().contains(Modifier.STATIC);
        boolean isType = (scope instanceof NameExpr || scope instanceof FieldAccessExpr)
                && attribution.elementOf(scope) instanceof TypeElement;
        if (isStatic
                && !isType
                && !member.getKind().isClass()
                && !member.getKind().isInterface()) {
            found.add("static");
        }
    }

    private void called(MethodCallExpr call) {
        Element element = attribution.elementOf(call);
        call.getScope().ifPresent(scope -> selected(scope, element));
        if (element instanceof ExecutableElement method
                && Varargs.areTakenBy(method)
                && method.getAnnotation(SafeVarargs.class) == null) {
            TypeMirror last = method.getParameters()
                    .get(method.getParameters().size() - 1)
                    .asType();
            if (!attribution.types().isSameType(last, attribution.types().erasure(last))) {
                found.add("unchecked");
            }
        }
    }

    private void locked(TypeMirror type) {
        boolean isValue = attribution.types().asElement(type) instanceof TypeElement locked
                && locked.getAnnotationMirrors().stream()
                        .anyMatch(a -> a.getAnnotationType()
                                .asElement()
                                .getSimpleName()
                                .contentEquals("ValueBased"));
        boolean isBox = type instanceof DeclaredType declared && isBox(declared);
        if (isValue || isBox) {
            found.add("synchronization");
            found.add("identity"); // its name since JDK 25
        }
    }

    private boolean isBox(DeclaredType type) {
        try {
            return attribution.types().unboxedType(type) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** javac warns of resources that are not used, or whose close method throws InterruptedException. */
    private void tried(TryStmt statement) {
        for (Expression resource : statement.getResources()) {
            if (resource instanceof VariableDeclarationExpr declaration) {
                Element variable = attribution.elementOf(declaration.getVariable(0));
                boolean isUsed = statement.findAll(NameExpr.class).stream()
                        .anyMatch(name -> variable.equals(attribution.elementOf(name)));
                if (!isUsed || closeIsInterrupted(variable.asType())) {
                    found.add("try");
                }
            }
        }
    }

    private boolean closeIsInterrupted(TypeMirror type) {
        return attribution.types().asElement(type) instanceof TypeElement resource
                && ElementFilter.methodsIn(attribution.elements().getAllMembers(resource)).stream()
                        .filter(method -> method.getSimpleName().contentEquals("close"))
                        .flatMap(method -> method.getThrownTypes().stream())
                        .anyMatch(thrown -> thrown.toString().equals("java.lang.InterruptedException"));
    }

    private void declared(Node node) {
        // An anonymous class may get a name, and javac then expects more of it.
        Element element = node instanceof ObjectCreationExpr creation
                ? attribution.types().asElement(attribution.typeOf(creation))
                : attribution.elementOf(node);
        if (!(element instanceof TypeElement type) || type.getKind() != ElementKind.CLASS) {
            return;
        }
        boolean hasId = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .anyMatch(field -> field.getSimpleName().contentEquals("serialVersionUID"));
        if (isSerializable(type.asType()) && (!hasId || keepsOthers(type) || capturesOthers(node))) {
            found.add("serial");
        }
        boolean equals = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .anyMatch(method -> method.getSimpleName().contentEquals("equals"));
        boolean hashes = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .anyMatch(method -> method.getSimpleName().contentEquals("hashCode"));
        if (equals && !hashes) {
            found.add("overrides");
        }
    }

    private boolean isSerializable(TypeMirror type) {
        return type.getKind().isPrimitive() || attribution.isA(type, "java.io.Serializable");
    }

    /** Whether a class has fields that cannot be written with it, of which javac warns since 18. */
    private boolean keepsOthers(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC)
                        && !field.getModifiers().contains(Modifier.TRANSIENT))
                .anyMatch(field -> !isSerializable(element(field.asType())));
    }

    /** Whether it will have such a field for a variable that it captures. */
    private boolean capturesOthers(Node declaration) {
        return declaration.findAll(NameExpr.class).stream()
                .map(attribution::elementOf)
                .filter(variable -> variable != null
                        && (variable.getKind() == ElementKind.LOCAL_VARIABLE
                                || variable.getKind() == ElementKind.PARAMETER)
                        && variable.getEnclosingElement().equals(attribution.method()))
                .anyMatch(variable -> !isSerializable(element(variable.asType())));
    }

    private static TypeMirror element(TypeMirror type) {
        return type instanceof ArrayType array ? element(array.getComponentType()) : type;
    }
}
