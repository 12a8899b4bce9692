package dev.asyncfn.processor.parse;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.sun.source.tree.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What javac calls the nodes of JavaParser that it has one by one, too. */
final class NodeKinds {
    private static final Map<Class<? extends Node>, String> KINDS = new HashMap<>();
    private static final Map<BinaryExpr.Operator, Tree.Kind> BINARY = Map.ofEntries(
            Map.entry(BinaryExpr.Operator.OR, Tree.Kind.CONDITIONAL_OR),
            Map.entry(BinaryExpr.Operator.AND, Tree.Kind.CONDITIONAL_AND),
            Map.entry(BinaryExpr.Operator.BINARY_OR, Tree.Kind.OR),
            Map.entry(BinaryExpr.Operator.BINARY_AND, Tree.Kind.AND),
            Map.entry(BinaryExpr.Operator.XOR, Tree.Kind.XOR),
            Map.entry(BinaryExpr.Operator.EQUALS, Tree.Kind.EQUAL_TO),
            Map.entry(BinaryExpr.Operator.NOT_EQUALS, Tree.Kind.NOT_EQUAL_TO),
            Map.entry(BinaryExpr.Operator.LESS, Tree.Kind.LESS_THAN),
            Map.entry(BinaryExpr.Operator.GREATER, Tree.Kind.GREATER_THAN),
            Map.entry(BinaryExpr.Operator.LESS_EQUALS, Tree.Kind.LESS_THAN_EQUAL),
            Map.entry(BinaryExpr.Operator.GREATER_EQUALS, Tree.Kind.GREATER_THAN_EQUAL),
            Map.entry(BinaryExpr.Operator.LEFT_SHIFT, Tree.Kind.LEFT_SHIFT),
            Map.entry(BinaryExpr.Operator.SIGNED_RIGHT_SHIFT, Tree.Kind.RIGHT_SHIFT),
            Map.entry(BinaryExpr.Operator.UNSIGNED_RIGHT_SHIFT, Tree.Kind.UNSIGNED_RIGHT_SHIFT),
            Map.entry(BinaryExpr.Operator.PLUS, Tree.Kind.PLUS),
            Map.entry(BinaryExpr.Operator.MINUS, Tree.Kind.MINUS),
            Map.entry(BinaryExpr.Operator.MULTIPLY, Tree.Kind.MULTIPLY),
            Map.entry(BinaryExpr.Operator.DIVIDE, Tree.Kind.DIVIDE),
            Map.entry(BinaryExpr.Operator.REMAINDER, Tree.Kind.REMAINDER));
    private static final Map<UnaryExpr.Operator, Tree.Kind> UNARY = Map.of(
            UnaryExpr.Operator.PLUS, Tree.Kind.UNARY_PLUS,
            UnaryExpr.Operator.MINUS, Tree.Kind.UNARY_MINUS,
            UnaryExpr.Operator.PREFIX_INCREMENT, Tree.Kind.PREFIX_INCREMENT,
            UnaryExpr.Operator.PREFIX_DECREMENT, Tree.Kind.PREFIX_DECREMENT,
            UnaryExpr.Operator.LOGICAL_COMPLEMENT, Tree.Kind.LOGICAL_COMPLEMENT,
            UnaryExpr.Operator.BITWISE_COMPLEMENT, Tree.Kind.BITWISE_COMPLEMENT,
            UnaryExpr.Operator.POSTFIX_INCREMENT, Tree.Kind.POSTFIX_INCREMENT,
            UnaryExpr.Operator.POSTFIX_DECREMENT, Tree.Kind.POSTFIX_DECREMENT);

    static {
        KINDS.put(MethodCallExpr.class, "METHOD_INVOCATION");
        KINDS.put(ObjectCreationExpr.class, "NEW_CLASS");
        KINDS.put(LambdaExpr.class, "LAMBDA_EXPRESSION");
        KINDS.put(MethodReferenceExpr.class, "MEMBER_REFERENCE");
        KINDS.put(CastExpr.class, "TYPE_CAST");
        KINDS.put(InstanceOfExpr.class, "INSTANCE_OF");
        KINDS.put(ConditionalExpr.class, "CONDITIONAL_EXPRESSION");
        KINDS.put(SwitchExpr.class, "SWITCH_EXPRESSION");
        KINDS.put(ArrayAccessExpr.class, "ARRAY_ACCESS");
        KINDS.put(RecordPatternExpr.class, "DECONSTRUCTION_PATTERN");
        KINDS.put(IfStmt.class, "IF");
        KINDS.put(WhileStmt.class, "WHILE_LOOP");
        KINDS.put(DoStmt.class, "DO_WHILE_LOOP");
        KINDS.put(ForStmt.class, "FOR_LOOP");
        KINDS.put(ForEachStmt.class, "ENHANCED_FOR_LOOP");
        KINDS.put(TryStmt.class, "TRY");
        KINDS.put(SwitchStmt.class, "SWITCH");
        KINDS.put(SynchronizedStmt.class, "SYNCHRONIZED");
        KINDS.put(ReturnStmt.class, "RETURN");
        KINDS.put(ThrowStmt.class, "THROW");
        KINDS.put(BreakStmt.class, "BREAK");
        KINDS.put(ContinueStmt.class, "CONTINUE");
        KINDS.put(YieldStmt.class, "YIELD");
        KINDS.put(AssertStmt.class, "ASSERT");
        KINDS.put(LabeledStmt.class, "LABELED_STATEMENT");
        KINDS.put(EmptyStmt.class, "EMPTY_STATEMENT");
    }

    private static final Set<String> ALL = Stream.of(
                    KINDS.values().stream(),
                    BINARY.values().stream().map(Enum::name),
                    UNARY.values().stream().map(Enum::name),
                    Stream.of(AssignExpr.Operator.values()).map(NodeKinds::assignment))
            .flatMap(kinds -> kinds)
            .collect(Collectors.toUnmodifiableSet());

    private NodeKinds() {}

    /** Null for what the two see differently: names, types, literals, declarations, blocks. */
    static String of(Node node) {
        if (node instanceof BinaryExpr binary) {
            return BINARY.get(binary.getOperator()).name();
        }
        if (node instanceof UnaryExpr unary) {
            return UNARY.get(unary.getOperator()).name();
        }
        return node instanceof AssignExpr assign ? assignment(assign.getOperator()) : KINDS.get(node.getClass());
    }

    private static String assignment(AssignExpr.Operator operator) {
        return operator == AssignExpr.Operator.ASSIGN
                ? "ASSIGNMENT"
                : BINARY.get(operator.toBinaryOperator().orElseThrow()).name() + "_ASSIGNMENT";
    }

    /** Null for the same. */
    static String of(Tree tree) {
        String kind = tree.getKind().name();
        return ALL.contains(kind) ? kind : null;
    }
}
