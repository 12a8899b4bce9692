package dev.asyncfn.processor.map;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.NodeWithStatements;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.map.FnMap.Condition;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.parse.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What decides about the jumps inside statements that are kept whole: their syntax says it, as no state does. */
final class WholeStatements {
    private final SourceFile file;
    private final Tokens tokens;
    private final Sources sources;
    private final Map<Span, Statement> statements = new HashMap<>();

    WholeStatements(MethodSource source, Sources sources) {
        this.file = source.file();
        this.tokens = source.tokens();
        this.sources = sources;
        source.nodesOfBody()
                .filter(Statement.class::isInstance)
                .filter(node -> node.getRange().isPresent())
                .forEach(node -> statements.putIfAbsent(file.place(node), (Statement) node));
    }

    /**
     * What holds where a jump is taken, from the outside to the inside.
     *
     * @param jumps all inside that statement which leave the state
     */
    List<Condition> decide(Step.Run whole, Span jump, List<Span> jumps) {
        List<Condition> all = new ArrayList<>();
        Node root = statements.get(whole.source());
        for (Node n = statements.get(jump);
                n != null && n != root;
                n = n.getParentNode().orElse(null)) {
            Node parent = n.getParentNode().orElse(null);
            if (parent instanceof NodeWithStatements<?> list) {
                all.addAll(0, afterEach(list.getStatements(), n, jumps));
            }
            all.addAll(0, entering(parent, n));
        }
        return all;
    }

    /** What holds after a statement if none of the jumps inside it was taken; nothing if there are none. */
    List<Condition> afterwards(Step.Run whole, List<Span> jumps) {
        Statement statement = statements.get(whole.source());
        if (jumps.isEmpty() || statement == null || !completes(statement)) {
            return List.of();
        }
        return after(statement);
    }

    /** What must hold for control to come from a node to a part of it. */
    private List<Condition> entering(Node parent, Node part) {
        if (parent instanceof IfStmt choice) {
            return List.of(test(choice.getCondition(), part == choice.getThenStmt()));
        }
        if (parent instanceof WhileStmt loop) {
            return loop.getCondition().isBooleanLiteralExpr() ? List.of() : List.of(test(loop.getCondition(), true));
        }
        if (parent instanceof ForStmt loop) {
            boolean isBody = part == loop.getBody();
            return loop.getCompare()
                    .filter(c -> isBody)
                    .map(c -> List.of(test(c, true)))
                    .orElse(List.of());
        }
        if (parent instanceof ForEachStmt loop) {
            return List.of(new Condition(Conditions.ANOTHER, false, sources.range(file.place(loop.getVariable()))));
        }
        if (parent instanceof CatchClause clause) {
            Span head = new Span(file.start(clause), file.start(clause.getBody()));
            return List.of(of(tokens.inOneLine(head).strip(), head));
        }
        return parent instanceof SwitchEntry entry ? List.of(label(entry)) : List.of();
    }

    private Condition test(Expression test, boolean holds) {
        Span place = file.place(test);
        return new Condition(tokens.inOneLine(place), !holds, sources.range(place));
    }

    private Condition of(String text, Span place) {
        return new Condition(text, false, sources.range(place));
    }

    /** The labels by which control comes to an entry, those of entries before it that fall through included. */
    private Condition label(SwitchEntry entry) {
        NodeList<SwitchEntry> entries = ((SwitchStmt) entry.getParentNode().orElseThrow()).getEntries();
        int last = indexOf(entries, entry);
        int first = last;
        while (first > 0 && falls(entries.get(first - 1))) {
            first--;
        }
        StringBuilder text = new StringBuilder();
        for (int i = first; i <= last; i++) {
            String label =
                    tokens.inOneLine(labels(entries.get(i))) + (isAlsoDefault(entries.get(i)) ? ", default" : "");
            text.append(i == first ? label : ", " + (label.startsWith("case ") ? label.substring(5) : label));
        }
        return of(
                text.toString(),
                new Span(file.start(entries.get(first)), labels(entry).end()));
    }

    private static int indexOf(NodeList<? extends Node> nodes, Node wanted) {
        int index = 0;
        while (nodes.get(index) != wanted) { // by identity: alike nodes are equal
            index++;
        }
        return index;
    }

    private boolean falls(SwitchEntry entry) {
        return entry.getType() == SwitchEntry.Type.STATEMENT_GROUP
                && entry.getStatements().stream().allMatch(this::completes);
    }

    private static boolean isAlsoDefault(SwitchEntry entry) {
        return entry.isDefault() && !entry.getLabels().isEmpty();
    }

    private Span labels(SwitchEntry entry) {
        List<Expression> labels = entry.getLabels();
        int end = entry.getGuard()
                .map(file::end)
                .orElseGet(() -> labels.isEmpty() ? file.startInside(entry) : file.end(labels.get(labels.size() - 1)));
        return new Span(file.start(entry), end);
    }

    private List<Condition> afterEach(NodeList<Statement> statements, Node end, List<Span> jumps) {
        List<Condition> all = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement == end) {
                break;
            }
            Span place = file.place(statement);
            if (jumps.stream().anyMatch(jump -> place.start() <= jump.start() && jump.end() <= place.end())) {
                all.addAll(after(statement));
            }
        }
        return all;
    }

    /** What holds where control comes out of a statement with jumps: which branch it took, as far as that is simple. */
    private List<Condition> after(Statement statement) {
        List<Condition> branches = branches(statement);
        return branches.isEmpty() ? List.of(of("otherwise", file.place(statement))) : branches;
    }

    private List<Condition> branches(Statement statement) {
        List<Condition> all = new ArrayList<>();
        Statement rest = statement;
        while (rest instanceof IfStmt choice) {
            boolean leavesThen = !completes(choice.getThenStmt());
            boolean leavesElse = !choice.getElseStmt().map(this::completes).orElse(true);
            if (leavesThen || leavesElse) {
                all.add(test(choice.getCondition(), leavesElse));
            }
            rest = leavesThen ? choice.getElseStmt().orElse(null) : leavesElse ? choice.getThenStmt() : null;
        }
        return all;
    }

    /** Whether control may come out at its end: a plain reading, which takes a loop for one that ends. */
    private boolean completes(Statement statement) {
        if (statement instanceof BlockStmt block) {
            return block.getStatements().stream().allMatch(this::completes);
        }
        if (statement instanceof IfStmt choice) {
            return completes(choice.getThenStmt())
                    || choice.getElseStmt().map(this::completes).orElse(true);
        }
        return !(statement instanceof BreakStmt
                || statement instanceof ContinueStmt
                || statement instanceof ReturnStmt
                || statement instanceof ThrowStmt
                || statement instanceof YieldStmt);
    }
}
