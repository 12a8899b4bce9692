package dev.asyncfn.processor.symbols;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What Java converts silently: operands are promoted, boxed, and turned into strings. */
final class Conversions {
    private static final List<TypeKind> WIDE = List.of(TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG);

    private final Types types;
    private final SymbolText text;

    Conversions(Types types, SymbolText text) {
        this.types = types;
        this.text = text;
    }

    // ---- to an object

    void box(TypeMirror from, TypeMirror to, Collector out) {
        boolean boxes = from != null
                && from.getKind().isPrimitive()
                && to != null
                && !to.getKind().isPrimitive();
        if (!boxes || to.getKind() == TypeKind.VOID) {
            return;
        }
        boolean narrows = unboxed(to).isPrimitive() && unboxed(to) != from.getKind(); // a constant (JLS 5.2)
        TypeMirror boxed = narrows ? types.unboxedType(to) : from;
        out.see(boxed);
        out.add(Kind.BOX, text.of(boxed));
    }

    /** @param type as the call sees the method */
    void boxArguments(
            ExecutableElement method, ExecutableType type, List<? extends ExpressionTree> arguments, Collector out) {
        List<? extends TypeMirror> parameters = type.getParameterTypes();
        int last = parameters.size() - 1;
        for (int i = 0; i < arguments.size(); i++) {
            TypeMirror parameter = parameters.get(Math.min(i, last));
            boolean element = Methods.takesVarargs(method) && i >= last && parameter instanceof ArrayType;
            TypeMirror target = element ? ((ArrayType) parameter).getComponentType() : parameter;
            box(out.typeOf(arguments.get(i)), target, out);
        }
    }

    /** Whether an array is made of the last arguments. */
    boolean isVariableArity(
            ExecutableElement method, ExecutableType type, List<? extends ExpressionTree> arguments, Collector at) {
        List<? extends TypeMirror> parameters = type.getParameterTypes();
        if (!Methods.takesVarargs(method) || arguments.size() != parameters.size()) {
            return Methods.takesVarargs(method);
        }
        int last = parameters.size() - 1;
        TypeMirror argument = at.typeOf(arguments.get(last));
        return argument.getKind() != TypeKind.NULL
                && !types.isSubtype(types.erasure(argument), types.erasure(parameters.get(last)));
    }

    // ---- operators

    void ofBinary(BinaryTree tree, Collector out) {
        if (Constants.decisive(tree) == null) { // else it may become a branch
            binary(tree.getKind(), out.typeOf(tree.getLeftOperand()), out.typeOf(tree.getRightOperand()), out);
        }
    }

    /** It has a cast inside, unless the operator gives the variable's type anyway (JLS 15.26.2). */
    void ofCompound(CompoundAssignmentTree tree, Collector out) {
        TypeMirror target = out.typeOf(tree.getVariable());
        TypeMirror value = out.typeOf(tree.getExpression());
        binary(tree.getKind(), target, value, out);
        TypeKind to = unboxed(target);
        TypeKind result = isShift(tree.getKind()) ? promoted(to, TypeKind.INT) : promoted(to, unboxed(value));
        if (to.isPrimitive() && to != TypeKind.BOOLEAN && result != to) {
            out.add(Kind.CAST, name(to));
        }
        boxResult(target, out);
    }

    /** What an operator gives to a variable whose type is a boxed one. */
    private void boxResult(TypeMirror target, Collector out) {
        if (target.getKind() == TypeKind.DECLARED && unboxed(target).isPrimitive()) {
            out.add(Kind.BOX, name(unboxed(target)));
        }
    }

    private void binary(Tree.Kind kind, TypeMirror left, TypeMirror right, Collector out) {
        if (operator(kind).equals("PLUS") && (isString(left) || isString(right))) {
            toString(left, out);
            toString(right, out);
            return;
        }
        boolean equality = kind == Tree.Kind.EQUAL_TO || kind == Tree.Kind.NOT_EQUAL_TO;
        boolean ofNull = left.getKind() == TypeKind.NULL || right.getKind() == TypeKind.NULL;
        boolean ofObjects = !left.getKind().isPrimitive() && !right.getKind().isPrimitive();
        TypeKind operands =
                isShift(kind) ? promoted(unboxed(left), TypeKind.INT) : promoted(unboxed(left), unboxed(right));
        if (equality) {
            out.add(Kind.OPERATOR, "== " + (ofNull ? "null" : ofObjects ? "objects" : name(operands)));
        } else {
            out.add(Kind.OPERATOR, positive(kind, operands) + " " + name(operands));
        }
    }

    void toString(TypeMirror operand, Collector out) {
        boolean plain = operand.getKind().isPrimitive() || isString(operand);
        out.add(Kind.TO_STRING, plain ? text.of(operand) : "an object");
    }

    /** Whether it is a primitive type, or one that such values are boxed as. */
    boolean isNumberOrBoolean(TypeMirror type) {
        return unboxed(type).isPrimitive();
    }

    /** Generated code may ask the opposite; where there is no NaN, that is as good. */
    private static String positive(Tree.Kind kind, TypeKind operands) {
        boolean total = operands == TypeKind.INT || operands == TypeKind.LONG;
        return switch (kind) {
            case LESS_THAN, GREATER_THAN_EQUAL -> total ? "<" : kind.name();
            case GREATER_THAN, LESS_THAN_EQUAL -> total ? ">" : kind.name();
            default -> operator(kind);
        };
    }

    private static String operator(Tree.Kind kind) {
        return kind.name().replace("_ASSIGNMENT", "");
    }

    void ofUnary(Tree.Kind kind, TypeMirror operand, Collector out) {
        boolean branch = kind == Tree.Kind.LOGICAL_COMPLEMENT; // it may become one
        if (!branch && kind != Tree.Kind.OTHER) { // javac's check for null
            TypeKind type = isStep(kind) ? unboxed(operand) : promoted(unboxed(operand), TypeKind.INT);
            out.add(Kind.OPERATOR, kind + " " + name(type));
            if (isStep(kind)) {
                boxResult(operand, out);
            }
        }
    }

    static boolean isStep(Tree unary) {
        return unary instanceof UnaryTree && isStep(unary.getKind());
    }

    private static boolean isStep(Tree.Kind kind) {
        return kind.name().endsWith("CREMENT");
    }

    private static boolean isShift(Tree.Kind kind) {
        return kind.name().contains("SHIFT");
    }

    /** Binary numeric promotion (JLS 5.6); boolean stays what it is. */
    private static TypeKind promoted(TypeKind a, TypeKind b) {
        if (a == TypeKind.BOOLEAN) {
            return a;
        }
        return WIDE.stream().filter(wide -> a == wide || b == wide).findFirst().orElse(TypeKind.INT);
    }

    private TypeKind unboxed(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return type.getKind();
        }
        try {
            return types.unboxedType(type).getKind();
        } catch (IllegalArgumentException notBoxed) {
            return type.getKind();
        }
    }

    private static String name(TypeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private boolean isString(TypeMirror type) {
        return text.erased(type).equals("java.lang.String");
    }

    /** What the constructor of {@code AssertionError} takes that javac chooses for an assertion. */
    String ofAssertion(TypeMirror detail) {
        return switch (detail.getKind()) {
            case BYTE, SHORT -> "int";
            case BOOLEAN, CHAR, INT, LONG, FLOAT, DOUBLE -> text.of(detail);
            default -> "java.lang.Object";
        };
    }
}
