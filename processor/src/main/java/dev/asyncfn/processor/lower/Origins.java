package dev.asyncfn.processor.lower;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Step.Origin.Kind;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.List;

/** Says of the code that follows which part of the source it comes from: of a statement that was split, just that part. */
final class Origins {
    private final Graph graph;
    private final SourceFile file;

    Origins(Graph graph, SourceFile file) {
        this.graph = graph;
        this.file = file;
    }

    /** A statement that is kept verbatim: the reader sees it anyway. */
    void verbatim(Statement statement) {
        graph.add(new Step.Origin(file.line(file.start(statement)), Kind.VERBATIM, file.place(statement)));
    }

    /** The closing brace of a block, where something happens that the source does not spell out. */
    void endOf(BlockStmt block) {
        graph.add(new Step.Origin(file.line(file.endInside(block)), Kind.VERBATIM, brace(block)));
    }

    /** The closing brace of a try block, where a resource is closed. */
    void close(BlockStmt block, Expression resource) {
        Node name = resource instanceof VariableDeclarationExpr declaration
                ? declaration.getVariable(0).getName()
                : resource;
        Span quote = new Span(file.start(name), file.end(name));
        graph.add(new Step.Origin(file.line(file.endInside(block)), Kind.CLOSE, quote, brace(block)));
    }

    void endOfFinally(BlockStmt block) {
        graph.add(new Step.Origin(file.line(file.endInside(block)), Kind.END_OF_FINALLY, brace(block)));
    }

    private Span brace(BlockStmt block) {
        return new Span(file.endInside(block), file.end(block));
    }

    /** A statement that is split: its head if others are nested in it, else the whole. Loops and {@code try} say it themselves, part by part. */
    void quote(Statement statement) {
        if (statement instanceof IfStmt choice) {
            head(choice, choice.getCondition(), choice.getThenStmt());
        } else if (statement instanceof SwitchStmt choice) {
            quote(file.start(choice), endOfNext("{", choice.getSelector()));
        } else if (statement instanceof SynchronizedStmt block) {
            quote(file.start(block), file.startInside(block.getBody()));
        } else if (statement instanceof TryStmt attempt) {
            quote(
                    file.start(attempt),
                    attempt.getResources().isEmpty()
                            ? file.startInside(attempt.getTryBlock())
                            : endOfNext(
                                    "(", attempt.getTokenRange().orElseThrow().getBegin()));
        } else {
            quote(file.start(statement), endOfWhole(statement));
        }
    }

    /** The cases of a switch expression follow, each with its own labels. */
    private int endOfWhole(Statement statement) {
        return statement
                .findFirst(SwitchExpr.class)
                .map(choice -> endOfNext("{", choice.getSelector()))
                .orElseGet(() -> file.end(statement));
    }

    void resource(Expression resource) {
        quote(file.start(resource), file.end(resource));
    }

    void condition(WhileStmt loop) {
        head(loop, loop.getCondition(), loop.getBody());
    }

    void condition(DoStmt loop) {
        JavaToken before = loop.getBody().getTokenRange().orElseThrow().getEnd();
        int start = file.start(loop.getBody().isBlockStmt() ? before : nextToken(before));
        quote(start, file.end(loop));
    }

    void initialization(ForStmt loop) {
        List<Expression> parts = loop.getInitialization();
        if (!parts.isEmpty()) {
            quote(file.start(loop), endOfNext(";", parts.get(parts.size() - 1)));
        }
    }

    void condition(ForStmt loop) {
        loop.getCompare().ifPresent(condition -> quote(file.start(condition), endOfNext(";", condition)));
    }

    void update(ForStmt loop) {
        List<Expression> parts = loop.getUpdate();
        if (!parts.isEmpty()) {
            quote(file.start(parts.get(0)), endOfHead(parts.get(parts.size() - 1), loop.getBody()));
        }
    }

    void iterable(ForEachStmt loop) {
        head(loop, loop.getIterable(), loop.getBody());
    }

    void element(ForEachStmt loop) {
        quote(file.start(loop.getVariable()), file.end(loop.getVariable()));
    }

    void clause(CatchClause clause) {
        int brace = startOfBrace(clause.getTokenRange().orElseThrow().getBegin());
        quote(brace, file.startInside(clause.getBody()));
    }

    void cleanup(BlockStmt block) {
        JavaToken word = block.getTokenRange().orElseThrow().getBegin();
        do {
            word = word.getPreviousToken().orElseThrow();
        } while (isSpace(word));
        quote(startOfBrace(word), file.startInside(block));
    }

    /** The labels of an entry, with its arrow or colon. */
    void labels(SwitchEntry entry) {
        String end = entry.getType() == SwitchEntry.Type.STATEMENT_GROUP ? ":" : "->";
        Node last = entry.getGuard().isPresent()
                ? entry.getGuard().get()
                : entry.getLabels().isEmpty()
                        ? null
                        : entry.getLabels().get(entry.getLabels().size() - 1);
        JavaToken from = last == null
                ? entry.getTokenRange().orElseThrow().getBegin()
                : last.getTokenRange().orElseThrow().getEnd();
        quote(file.start(entry), endOfNext(end, from));
    }

    private void head(Statement statement, Expression last, Statement body) {
        quote(file.start(statement), endOfHead(last, body));
    }

    private int endOfHead(Expression last, Statement body) {
        return body instanceof BlockStmt block ? file.startInside(block) : endOfNext(")", last);
    }

    private void quote(int start, int end) {
        graph.add(new Step.Origin(file.line(start), Kind.SPLIT, new Span(start, end)));
    }

    /** The brace before a word if it stands on the same line, else the word. */
    private int startOfBrace(JavaToken word) {
        JavaToken before = word.getPreviousToken().orElseThrow();
        while (isSpace(before)) {
            before = before.getPreviousToken().orElseThrow();
        }
        boolean beside = before.getText().equals("}") && file.line(file.start(before)) == file.line(file.start(word));
        return file.start(beside ? before : word);
    }

    private int endOfNext(String text, Node node) {
        return endOfNext(text, node.getTokenRange().orElseThrow().getEnd());
    }

    private int endOfNext(String text, JavaToken token) {
        JavaToken next = token;
        do {
            next = next.getNextToken().orElseThrow();
        } while (!next.getText().equals(text));
        return file.end(next);
    }

    private static JavaToken nextToken(JavaToken token) {
        JavaToken next = token.getNextToken().orElseThrow();
        while (isSpace(next)) {
            next = next.getNextToken().orElseThrow();
        }
        return next;
    }

    private static boolean isSpace(JavaToken token) {
        return token.getCategory().isWhitespaceOrComment();
    }
}
