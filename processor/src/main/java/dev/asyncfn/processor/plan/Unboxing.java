package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import com.github.javaparser.ast.nodeTypes.NodeWithCondition;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.model.Varargs;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds operands that Java unboxes where they stand: a null fails there, before the next operand is evaluated. */
public final class Unboxing {
    private final Attribution attribution;
    private final Types types;

    public Unboxing(Attribution attribution) {
        this.attribution = attribution;
        this.types = attribution.types();
    }

    /** The primitive type to which the operand's context converts it, or null if it is not unboxed. */
    public PrimitiveType of(Expression operand) {
        PrimitiveType primitive = unboxed(attribution.typeOf(operand));
        return primitive != null && isPrimitiveContext(operand) ? primitive : null;
    }

    /**
     * The primitive type of a value that is all that is left of its expression, as that of an await is: it is a primitive one, or is
     * converted to one before anything else happens. Null if it is not, and if it is an argument: which method is called may depend on
     * its type.
     */
    public PrimitiveType ofValue(Expression value) {
        TypeMirror type = attribution.typeOf(value);
        if (type instanceof PrimitiveType primitive) {
            return primitive;
        }
        PrimitiveType primitive = unboxed(type);
        return primitive != null && isConverted(value) ? primitive : null;
    }

    private boolean isConverted(Expression value) {
        Node parent = value.getParentNode().orElseThrow();
        if (parent instanceof EnclosedExpr enclosed) {
            return isConverted(enclosed);
        }
        if (parent instanceof BinaryExpr binary) {
            return isArithmetic(binary, binary.getLeft() == value ? binary.getRight() : binary.getLeft())
                    || isLogical(binary);
        }
        if (parent instanceof VariableDeclarator variable) {
            return variable.getType().isPrimitiveType();
        }
        if (parent instanceof AssignExpr assign) {
            // Not to a narrower type: javac would warn of what a compound assignment loses.
            return assign.getValue() == value
                    && isPrimitive(assign.getTarget())
                    && types.isAssignable(attribution.typeOf(value), attribution.typeOf(assign.getTarget()));
        }
        if (parent instanceof CastExpr cast) {
            TypeKind to = attribution.typeOf(cast).getKind();
            // Not to the same type: javac would warn of such a cast.
            return to.isPrimitive() && to != unboxed(attribution.typeOf(value)).getKind();
        }
        if (parent instanceof ReturnStmt) {
            return attribution.method().getReturnType().getKind().isPrimitive();
        }
        return parent instanceof UnaryExpr
                || parent instanceof NodeWithCondition<?> statement && statement.getCondition() == value
                || parent instanceof ConditionalExpr conditional && conditional.getCondition() == value
                || parent instanceof ArrayAccessExpr access && access.getIndex() == value;
    }

    private boolean isPrimitive(Expression expression) {
        return attribution.typeOf(expression).getKind().isPrimitive();
    }

    private static boolean isLogical(BinaryExpr binary) {
        return binary.getOperator() == BinaryExpr.Operator.AND || binary.getOperator() == BinaryExpr.Operator.OR;
    }

    /** The primitive type behind a boxed one, or null. */
    public PrimitiveType unboxed(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return null;
        }
        try {
            return types.unboxedType(type);
        } catch (IllegalArgumentException notBoxed) {
            return null;
        }
    }

    private boolean isPrimitiveContext(Expression operand) {
        Node parent = operand.getParentNode().orElseThrow();
        if (parent instanceof EnclosedExpr enclosed) {
            return isPrimitiveContext(enclosed);
        }
        if (parent instanceof BinaryExpr binary) {
            return binary.getLeft() == operand && isArithmetic(binary, binary.getRight());
        }
        if (parent instanceof ArrayAccessExpr access) {
            return access.getIndex() == operand;
        }
        if (parent instanceof ArrayInitializerExpr initializer) {
            return attribution.typeOf(initializer) instanceof ArrayType array
                    && array.getComponentType().getKind().isPrimitive();
        }
        return parent instanceof ArrayCreationLevel
                || parent instanceof NodeWithArguments<?> call && isPrimitiveParameter(call, operand);
    }

    /** @param other the other operand */
    private boolean isArithmetic(BinaryExpr binary, Expression other) {
        return switch (binary.getOperator()) {
            case AND, OR -> false;
            case PLUS -> !Conversions.isString(attribution.typeOf(binary));
            case EQUALS, NOT_EQUALS -> isPrimitive(other);
            default -> true;
        };
    }

    private boolean isPrimitiveParameter(NodeWithArguments<?> call, Expression operand) {
        int index = indexOf(call.getArguments(), operand);
        if (index < 0 || !(attribution.elementOf((Node) call) instanceof ExecutableElement method)) {
            return false;
        }
        List<? extends VariableElement> parameters = method.getParameters();
        int last = parameters.size() - 1;
        TypeMirror type = parameters.get(Math.min(index, last)).asType();
        boolean variable = Varargs.areTakenBy(method) && index >= last;
        return variable
                ? ((ArrayType) type).getComponentType().getKind().isPrimitive()
                : type.getKind().isPrimitive();
    }

    private static int indexOf(List<Expression> arguments, Expression operand) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) == operand) {
                return i;
            }
        }
        return -1;
    }
}
