package dev.asyncfn.processor.bodies;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.attribute.Probe;
import dev.asyncfn.processor.check.CheckedBody;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.ir.Dump;
import dev.asyncfn.processor.ir.Dumps;
import dev.asyncfn.processor.lower.BodyLowering;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.plan.SplitPlan;
import java.util.stream.Collectors;

/**
 * The body of an async fn that a test gives as text, and what the stages make of it.
 *
 * @param text what stands between its braces
 */
public record AsyncBody(String text, CheckedBody checked) {
    static AsyncBody of(String text, String name, Probe probe) {
        return new AsyncBody(text, Dumps.checked(probe, name));
    }

    public MethodSource source() {
        return checked.source();
    }

    public MethodDeclaration declaration() {
        return source().declaration();
    }

    public Attribution attribution() {
        return checked.attribution();
    }

    public BlockStmt block() {
        return declaration().getBody().orElseThrow();
    }

    /** The first of its statements. */
    public Statement statement() {
        return block().getStatement(0);
    }

    /** The first node of a kind. */
    public <N extends Node> N first(Class<N> kind) {
        return block().findFirst(kind).orElseThrow(() -> new AssertionError("no " + kind + " in " + text));
    }

    /** The first expression that reads like this. */
    public Expression expression(String wanted) {
        return block().findFirst(Expression.class, found -> found.toString().equals(wanted))
                .orElseThrow(() -> new AssertionError("no " + wanted + " in " + text));
    }

    public SplitPlan plan() {
        return SplitPlan.of(checked);
    }

    public Cfg graph() {
        return BodyLowering.lower(checked, Dumps.STRICT).orElseThrow();
    }

    public StateMachine machine() {
        return new StateMachine(graph());
    }

    /** The graph without the signature, lines of the source, and packages that everybody knows. */
    public String dump() {
        return Dump.of(graph())
                .lines()
                .skip(2)
                .filter(line -> !line.startsWith("    line "))
                .map(AsyncBody::shortened)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String shortened(String line) {
        String known = line.replace("java.lang.", "").replace("dev.asyncfn.", "");
        return known.startsWith("bb") ? known.replaceAll(", line \\d+", "") : known;
    }

    @Override
    public String toString() {
        return text;
    }
}
