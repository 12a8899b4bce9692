package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.asyncfn.processor.attribute.AsyncBlock;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.model.AwaitMethods;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Decides which operands must be evaluated and kept before a later operand is awaited. */
public final class Spills {
    private static final Set<String> IMMUTABLE = Set.of(
            "java.lang.String",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Boolean",
            "java.lang.Float",
            "java.lang.Double");

    private final Attribution attribution;
    private final Awaits awaits;
    private final Operands operands;
    private final Constants constants;

    public Spills(Attribution attribution, Awaits awaits) {
        this.attribution = attribution;
        this.awaits = awaits;
        this.operands = new Operands(attribution);
        this.constants = new Constants(attribution);
    }

    /** Whether an argument is evaluated before a later one that awaits. */
    public boolean isKept(MethodCallExpr argument) {
        return argument.getParentNode().orElseThrow() instanceof MethodCallExpr call
                && call.getArguments().stream()
                        .skip(call.getArguments().indexOf(argument) + 1)
                        .anyMatch(awaits::in);
    }

    /** Whether an operand's value could differ, or its evaluation be noticed, after the later ones have run. */
    public boolean isNeeded(Expression operand, List<Expression> later) {
        if (awaits.in(operand)) {
            return true;
        }
        if (operand instanceof EnclosedExpr enclosed) {
            return isNeeded(enclosed.getInner(), later);
        }
        if (operand.isLiteralExpr()
                || operand instanceof ThisExpr
                || operand instanceof LambdaExpr
                || operand instanceof ClassExpr
                || constants.valueOf(operand) != null) {
            return false;
        }
        Element element = operand instanceof NameExpr || operand instanceof FieldAccessExpr
                ? attribution.elementOf(operand)
                : null;
        if (element == null) {
            return true;
        }
        if (Members.isField(element)) {
            return !isStable(operand, (VariableElement) element);
        }
        return later.stream().anyMatch(node -> assigns(node, element));
    }

    /** A final field of this object or of a class does not change between two moments of a body. */
    private boolean isStable(Expression operand, VariableElement field) {
        if (!field.getModifiers().contains(Modifier.FINAL) || isStandardStream(field)) {
            return false;
        }
        if (field.getModifiers().contains(Modifier.STATIC)) {
            return operands.discarded(operand) == null
                    && !mayInitialize((TypeElement) field.getEnclosingElement(), field);
        }
        return operand instanceof NameExpr
                || operand instanceof FieldAccessExpr access && access.getScope() instanceof ThisExpr;
    }

    /** {@code System.out} and its like are final, but {@code System.setOut} assigns them (JLS 17.5.4). */
    private static boolean isStandardStream(VariableElement field) {
        return ((TypeElement) field.getEnclosingElement()).getQualifiedName().contentEquals("java.lang.System");
    }

    /** Whether reading a static field may run an initializer whose effects somebody notices (JLS 12.4.1). */
    private boolean mayInitialize(TypeElement declaring, VariableElement field) {
        TypeMirror owner = attribution.method().getEnclosingElement().asType();
        boolean initialized = !declaring.getKind().isInterface()
                && attribution
                        .types()
                        .isSubtype(
                                attribution.types().erasure(owner),
                                attribution.types().erasure(declaring.asType()));
        boolean ofJava = declaring.getQualifiedName().toString().startsWith("java.");
        return field.getConstantValue() == null && !initialized && !ofJava;
    }

    private boolean assigns(Node node, Element variable) {
        if (node instanceof AssignExpr assign && isOf(assign.getTarget(), variable)
                || node instanceof UnaryExpr unary && Operands.isStep(unary) && isOf(unary.getExpression(), variable)) {
            return true;
        }
        return node.getChildNodes().stream().anyMatch(child -> assigns(child, variable));
    }

    private boolean isOf(Expression target, Element variable) {
        return Awaits.unparenthesized(target) instanceof NameExpr name && variable.equals(attribution.elementOf(name));
    }

    /** Whether an operand is the left side of a string concatenation and of a type whose text may change. */
    public boolean isConvertedToString(Expression operand, Expression parent) {
        if (!(parent instanceof BinaryExpr binary)
                || binary.getOperator() != BinaryExpr.Operator.PLUS
                || binary.getLeft() != operand
                || !Conversions.isString(attribution.typeOf(parent))) {
            return false;
        }
        TypeMirror type = attribution.typeOf(operand);
        return type.getKind() != TypeKind.NULL && !isImmutable(type);
    }

    /** Whether the text of a value of the type cannot change. */
    public static boolean isImmutable(TypeMirror type) {
        return type.getKind().isPrimitive() || IMMUTABLE.contains(type.toString());
    }

    /** What to call a kept operand. */
    public String nameOf(Expression operand, Expression parent) {
        if (parent instanceof ArrayAccessExpr access) {
            return access.getName() == operand ? "array" : "index";
        }
        return nameOf(operand);
    }

    /** What to call what is awaited. */
    public String nameOfAwaited(MethodCallExpr await) {
        String name = nameOf(await);
        return name.equals("operand") || name.equals("left") ? "future" : name;
    }

    /** A name for the value of an expression, in lowerCamel. */
    public String nameOf(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return nameOf(enclosed.getInner());
        }
        if (AsyncBlock.of(expression).isPresent()) {
            String name = AsyncBlock.of(expression).get().fn().futureName();
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
        if (expression instanceof MethodCallExpr call) {
            boolean await = AwaitMethods.include(attribution.elementOf(call));
            return await ? nameOf(call.getArgument(0)) : call.getNameAsString();
        }
        if (expression instanceof NameExpr name) {
            return isConstant(name) ? "constant" : name.getNameAsString();
        }
        if (expression instanceof FieldAccessExpr access) {
            return access.getNameAsString();
        }
        if (expression instanceof ObjectCreationExpr creation) {
            String type = creation.getType().getNameAsString();
            return Character.toLowerCase(type.charAt(0)) + type.substring(1);
        }
        return expression instanceof BinaryExpr ? "left" : "operand";
    }

    private boolean isConstant(NameExpr name) {
        Element element = attribution.elementOf(name);
        return element != null && element.getKind() == ElementKind.ENUM_CONSTANT;
    }
}
