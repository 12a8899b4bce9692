package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * Groups of statements after {@code case x:} whose variables javac (17 to 25) takes for initialized in other groups too, so
 * that the class does not verify: in the copies of a {@code finally} block for jumps that depend on a pattern. Which of these
 * jumps it gets wrong depends on where they lead, and that is not the same in the future. In braces of their own the
 * variables do no harm.
 */
public final class CopiedGroups {
    private final Attribution attribution;
    private final Awaits awaits;

    public CopiedGroups(Attribution attribution, Awaits awaits) {
        this.attribution = attribution;
        this.awaits = awaits;
    }

    /** Whether a brace is to stand before the statement. */
    public boolean beginAt(Statement statement) {
        return statement.getParentNode().orElse(null) instanceof SwitchEntry entry
                && entry.getStatement(0) == statement
                && needBraces(entry);
    }

    /** Whether a brace is to stand behind the statement. */
    public boolean endAt(Statement statement) {
        return statement.getParentNode().orElse(null) instanceof SwitchEntry entry
                && entry.getStatement(entry.getStatements().size() - 1) == statement
                && needBraces(entry);
    }

    private boolean needBraces(SwitchEntry entry) {
        if (entry.getType() != SwitchEntry.Type.STATEMENT_GROUP || !isCopied(entry)) {
            return false;
        }
        Set<Element> declared = new HashSet<>();
        for (Statement statement : entry.getStatements()) {
            if (statement.isLocalClassDeclarationStmt() || statement.isLocalRecordDeclarationStmt()) {
                return false; // another group may use it
            }
            statement
                    .toExpressionStmt()
                    .flatMap(s -> s.getExpression().toVariableDeclarationExpr())
                    .map(VariableDeclarationExpr::getVariables)
                    .ifPresent(variables -> variables.forEach(v -> declared.add(attribution.elementOf(v))));
        }
        return !declared.isEmpty() && !areUsedAfter(entry, declared);
    }

    private boolean areUsedAfter(SwitchEntry entry, Set<Element> declared) {
        List<Node> all = entry.getParentNode().orElseThrow().getChildNodes();
        return all.stream()
                .filter(other -> other instanceof SwitchEntry && other != entry)
                .flatMap(other -> other.findAll(NameExpr.class).stream())
                .anyMatch(name -> declared.contains(attribution.elementOf(name)));
    }

    /** Whether it is kept verbatim in a finally block that such a jump runs. */
    private boolean isCopied(Node node) {
        Node inner = node;
        for (Node outer = parent(node); !isBoundary(outer); outer = parent(outer)) {
            if (outer instanceof TryStmt attempt
                    && attempt.getFinallyBlock().orElse(null) == inner
                    && !awaits.in(attempt)
                    && jumpsByPattern(attempt, inner)) {
                return true;
            }
            inner = outer;
        }
        return false;
    }

    private static boolean jumpsByPattern(TryStmt attempt, Node cleanup) {
        List<Node> attempted =
                attempt.getChildNodes().stream().filter(n -> n != cleanup).toList();
        return attempted.stream().anyMatch(n -> n.findFirst(PatternExpr.class).isPresent())
                && attempted.stream()
                        .anyMatch(n -> n.findFirst(Statement.class, CopiedGroups::isJump)
                                .isPresent());
    }

    private static boolean isJump(Statement statement) {
        return statement instanceof ReturnStmt
                || statement instanceof BreakStmt
                || statement instanceof ContinueStmt
                || statement instanceof YieldStmt;
    }

    private static boolean isBoundary(Node node) {
        return node == null || node instanceof BodyDeclaration<?> || node instanceof LambdaExpr;
    }

    private static Node parent(Node node) {
        return node.getParentNode().orElse(null);
    }
}
