package dev.asyncfn.processor.attribute;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.model.BlockReceiver;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * What stands before the {@code ::} of a reference and is evaluated when the block is created, which has a variable for its value.
 *
 * @param value what is evaluated
 * @param variable of the block
 * @param use the variable's, in the block's only call
 */
record EvaluatedReceiver(Expression value, VariableElement variable, NameExpr use) {

    /** Empty if it is a class or {@code super}, or if a variable of the block cannot stand for it. */
    static Optional<EvaluatedReceiver> of(Expression scope, Attribution attribution) {
        Expression value = scope instanceof TypeExpr type ? value(type, attribution) : scope;
        if (value == null
                || value instanceof SuperExpr
                || scope.findFirst(Node.class, n -> isOwn(n, attribution)).isPresent()) {
            return Optional.empty();
        }
        TypeMirror type = upper(attribution.typeOf(value));
        if (type.getKind() != TypeKind.DECLARED || !isWritable(type)) {
            return Optional.empty();
        }
        VariableElement variable =
                new BlockReceiver(attribution.method(), attribution.elements().getName("receiver"), type);
        NameExpr use =
                BlockReference.placed(new NameExpr(variable.getSimpleName().toString()), scope);
        BlockReference.placed(use.getName(), scope);
        return Optional.of(new EvaluatedReceiver(value, variable, use));
    }

    /** Its members are those of its bound. */
    private static TypeMirror upper(TypeMirror type) {
        return type instanceof TypeVariable variable && type.getKind() == TypeKind.TYPEVAR
                ? upper(variable.getUpperBound())
                : type;
    }

    /** JavaParser takes every name before {@code ::} for a type. */
    private static Expression value(TypeExpr scope, Attribution attribution) {
        return scope.getType() instanceof ClassOrInterfaceType type
                        && attribution.elementOf(type) instanceof VariableElement
                ? named(type)
                : null;
    }

    private static Expression named(ClassOrInterfaceType type) {
        String name = type.getNameAsString();
        if (type.getScope().isEmpty()) {
            NameExpr simple = BlockReference.placed(new NameExpr(name), type);
            BlockReference.placed(simple.getName(), type.getName());
            return simple;
        }
        FieldAccessExpr access = new FieldAccessExpr(named(type.getScope().get()), name);
        BlockReference.placed(access.getName(), type.getName());
        return BlockReference.placed(access, type);
    }

    /** A block in it would be one of the body around; a class without a name is not the type of a variable. */
    private static boolean isOwn(Node node, Attribution attribution) {
        return node instanceof ObjectCreationExpr creation
                        && creation.getAnonymousClassBody().isPresent()
                || AsyncBlocks.isBlock(node, attribution);
    }

    /** Whether neither a class without a name nor a captured wildcard is in it. */
    private static boolean isWritable(TypeMirror type) {
        if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
            return isNamed((TypeElement) declared.asElement())
                    && declared.getTypeArguments().stream().allMatch(EvaluatedReceiver::isWritable);
        }
        return !(type instanceof TypeVariable variable) || isNamed(variable.asElement());
    }

    private static boolean isNamed(Element type) {
        return SourceVersion.isIdentifier(type.getSimpleName());
    }
}
