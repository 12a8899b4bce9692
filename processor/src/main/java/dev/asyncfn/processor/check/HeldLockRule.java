package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithStatements;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * A lock of {@code java.util.concurrent.locks} that is held across an await: clippy's {@code await_holding_lock}. It is reported only if
 * the same statements, or the {@code finally} of the {@code try} behind or around them, unlock what they locked.
 */
final class HeldLockRule implements Rule {
    private static final String LOCK = "java.util.concurrent.locks.Lock";
    private static final String STAMPED = "java.util.concurrent.locks.StampedLock";
    private static final Map<String, Set<String>> LOCKING = Map.of(
            LOCK, Set.of("lock", "lockInterruptibly", "tryLock"),
            STAMPED,
                    Set.of(
                            "readLock",
                            "readLockInterruptibly",
                            "tryReadLock",
                            "tryWriteLock",
                            "writeLock",
                            "writeLockInterruptibly"));
    private static final Map<String, Set<String>> UNLOCKING =
            Map.of(LOCK, Set.of("unlock"), STAMPED, Set.of("unlock", "unlockRead", "unlockWrite"));

    private final MethodSource source;
    private final AsyncCalls calls;
    private final Overrides overrides;
    private final Attribution attribution;
    private final Reporter reporter;

    HeldLockRule(MethodSource source, AsyncCalls calls, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.calls = calls;
        this.overrides = new Overrides(attribution);
        this.attribution = attribution;
        this.reporter = reporter;
    }

    @Override
    public void check(Node node) {
        if (node instanceof NodeWithStatements<?> block
                && !Place.of(node, source.declaration()).isNested()) {
            NodeList<Statement> statements = block.getStatements();
            for (int i = 0; i < statements.size(); i++) {
                List<Statement> behind = statements.subList(i + 1, statements.size());
                Statement statement = statements.get(i);
                locked(statement).ifPresent(lock -> report(lock, behind, node));
                if (statement instanceof IfStmt choice) {
                    tried(choice, behind, node);
                }
            }
        }
    }

    /** {@code if (lock.tryLock()) { ... }}, and {@code if (!lock.tryLock()) return;} before what holds it. */
    private void tried(IfStmt choice, List<Statement> behind, Node around) {
        Expression condition = choice.getCondition();
        if (condition instanceof UnaryExpr not && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            locking(not.getExpression()).ifPresent(lock -> {
                report(lock, behind, around);
                choice.getElseStmt().ifPresent(held -> report(lock, statements(held), choice));
            });
        } else {
            locking(condition).ifPresent(lock -> report(lock, statements(choice.getThenStmt()), choice));
        }
    }

    private static List<Statement> statements(Statement branch) {
        return branch instanceof BlockStmt block ? block.getStatements() : List.of(branch);
    }

    private void report(Expression lock, List<Statement> behind, Node around) {
        held(lock, behind, around).ifPresent(await -> reporter.report(Problem.LOCK_ACROSS_AWAIT, source, await, lock));
    }

    /** The lock that a statement locks. */
    private Optional<Expression> locked(Statement statement) {
        if (!(statement instanceof ExpressionStmt expression)) {
            return Optional.empty();
        }
        Expression value = expression.getExpression();
        if (value instanceof VariableDeclarationExpr declaration
                && declaration.getVariables().size() == 1) {
            value = declaration.getVariable(0).getInitializer().orElse(null);
        } else if (value.isAssignExpr()) {
            value = value.asAssignExpr().getValue();
        }
        return locking(value);
    }

    private Optional<Expression> locking(Expression value) {
        return value instanceof MethodCallExpr call && is(call, LOCKING) ? call.getScope() : Optional.empty();
    }

    /** The first await at which it is held. */
    private Optional<MethodCallExpr> held(Expression lock, List<Statement> behind, Node around) {
        Optional<MethodCallExpr> await = Optional.empty();
        for (Statement statement : behind) {
            boolean unlocks = unlocks(statement, lock);
            if (statement instanceof TryStmt guarded
                    && guarded.getFinallyBlock()
                            .filter(cleanup -> unlocks(cleanup, lock))
                            .isPresent()) {
                return unlocks(guarded.getTryBlock(), lock)
                        ? await.or(() -> first(guarded.getResources()))
                        : await.or(() -> first(whileLocked(guarded, lock)));
            }
            if (unlocks) {
                return await;
            }
            await = await.or(() -> await(statement));
        }
        boolean unlockedAround = around instanceof BlockStmt block
                && block.getParentNode().orElse(null) instanceof TryStmt guarded
                && guarded.getTryBlock() == block
                && guarded.getFinallyBlock()
                        .filter(cleanup -> unlocks(cleanup, lock))
                        .isPresent();
        return unlockedAround ? await : Optional.empty();
    }

    /** What runs before the {@code finally} of a {@code try} has unlocked. */
    private List<Node> whileLocked(TryStmt guarded, Expression lock) {
        List<Node> held = new ArrayList<>(guarded.getResources());
        held.add(guarded.getTryBlock());
        held.addAll(guarded.getCatchClauses());
        for (Statement statement : guarded.getFinallyBlock().orElseThrow().getStatements()) {
            if (unlocks(statement, lock)) {
                break;
            }
            held.add(statement);
        }
        return held;
    }

    private Optional<MethodCallExpr> first(List<? extends Node> nodes) {
        return nodes.stream().flatMap(node -> await(node).stream()).findFirst();
    }

    private boolean unlocks(Node statement, Expression lock) {
        return statement
                .findFirst(
                        MethodCallExpr.class,
                        call -> is(call, UNLOCKING)
                                && call.getScope().filter(lock::equals).isPresent())
                .isPresent();
    }

    private Optional<MethodCallExpr> await(Node node) {
        return node.findFirst(
                MethodCallExpr.class,
                call -> (calls.isAwait(call) || calls.isAsyncFn(call) && !calls.isWrapped(call))
                        && !Place.of(call, source.declaration()).isNested());
    }

    private boolean is(MethodCallExpr call, Map<String, Set<String>> methods) {
        return attribution.elementOf(call) instanceof ExecutableElement method && overrides.anyOf(method, methods);
    }
}
