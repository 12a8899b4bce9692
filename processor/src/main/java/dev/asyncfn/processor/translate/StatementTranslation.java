package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.plan.Completion;
import dev.asyncfn.processor.plan.Conditionals;
import dev.asyncfn.processor.plan.CopiedGroups;
import dev.asyncfn.processor.plan.ReplacedJumps;
import dev.asyncfn.processor.plan.SplitPlan;
import java.util.ArrayList;
import java.util.List;

/** Statements that are kept verbatim: those are replaced by which control leaves them for a place that is split, or that throw again. */
final class StatementTranslation {
    private final Translation translation;
    private final NameTranslation names;
    private final InnerSubclasses innerSubclasses;
    private final CarriedSwitches carriedSwitches;
    private final MethodSource source;
    private final Attribution attribution;
    private final Names variables;
    private final ReplacedJumps replacedJumps;
    private final Completion completion;
    private final CopiedGroups groups;
    private JumpTranslation jumps;

    StatementTranslation(
            Translation translation,
            NameTranslation names,
            InnerSubclasses innerSubclasses,
            CarriedSwitches carriedSwitches,
            SplitPlan plan,
            Names variables) {
        this.translation = translation;
        this.names = names;
        this.innerSubclasses = innerSubclasses;
        this.carriedSwitches = carriedSwitches;
        this.source = plan.source();
        this.attribution = plan.attribution();
        this.variables = variables;
        this.replacedJumps = plan.replacedJumps();
        this.completion = plan.completion();
        this.groups = new CopiedGroups(plan.attribution(), plan.awaits());
    }

    /** Says what stands for jumps. */
    void onJump(JumpTranslation jumps) {
        this.jumps = jumps;
    }

    /** Adds a statement. */
    void statement(Statement statement, Slices slices) {
        if (groups.beginAt(statement)) {
            slices.addAt(source.file().start(statement), "{ ");
        }
        translated(statement, slices);
        if (groups.endAt(statement)) {
            slices.addAt(source.file().end(statement), " }");
        }
    }

    private void translated(Statement statement, Slices slices) {
        if (isOwnJump(statement)) {
            jumps.of(statement)
                    .ifPresentOrElse(code -> replaceJump(statement, code, slices), () -> keep(statement, slices));
        } else if (statement instanceof ThrowStmt failure && rethrows(failure)) {
            Code exception = translation.translate(failure.getExpression());
            translation.replace(failure, Code.of(new Transfer.Rethrow(exception)), slices);
        } else if (statement instanceof LocalClassDeclarationStmt local
                && source.localEnums().containsKey(local)) {
            translation.visit(source.localEnums().get(local), slices);
        } else if (statement instanceof ExplicitConstructorInvocationStmt call) {
            innerSubclasses.call(call, slices);
        } else if (statement instanceof SwitchStmt choice && carriedSwitches.isOne(choice)) {
            addConditional(choice, slices);
            carriedSwitches.choice(choice, choice, slices);
        } else if (replacedJumps.areKeptIn(statement) && completion.isNormal(statement)) {
            keepJump((BlockStmt) statement, slices);
        } else {
            addConditional(statement, slices);
            keep(statement, slices);
        }
    }

    private void addConditional(Statement statement, Slices slices) {
        if (Conditionals.mayStopInside(statement)) {
            slices.addAt(source.file().start(statement), new Transfer.Conditional());
        }
    }

    private void keep(Statement statement, Slices slices) {
        if (statement instanceof YieldStmt result) {
            slices.copyTo(source.file().start(result.getExpression()));
            int mark = slices.mark();
            translation.visitChildren(result, slices);
            slices.copyTo(source.file().end(result.getExpression()));
            slices.joinSince(mark, Computed.Yielded::new);
        } else {
            translation.visitChildren(statement, slices);
        }
    }

    private boolean isOwnJump(Statement statement) {
        boolean jump = statement instanceof BreakStmt
                || statement instanceof ContinueStmt
                || statement instanceof ReturnStmt
                || statement instanceof YieldStmt;
        return jump && !names.isDeferred(statement);
    }

    /** New lines of what replaces a jump are indented as it was. */
    private void replaceJump(Statement jump, Code code, Slices slices) {
        int indent = slices.indentationAt(source.file().start(jump));
        List<Object> parts = new ArrayList<>();
        for (Piece piece : code.pieces()) {
            parts.add(piece instanceof Transfer.WholeJump whole ? whole.indented(indent) : piece);
        }
        translation.replace(jump, Code.join(parts), slices);
    }

    /** The block of a finally, after which a jump before it continues. */
    private void keepJump(BlockStmt cleanup, Slices slices) {
        String kept = keptAs(cleanup);
        int indent = slices.indentationAt(source.file().end(cleanup) - 1);
        slices.addAt(source.file().startInside(cleanup), new SourceText.NewLine(indent + 4));
        slices.add(new Transfer.KeepJump(kept));
        translation.visitChildren(cleanup, slices);
        slices.addAt(
                source.file().end(cleanup.getStatements().getLast().orElseThrow()), new SourceText.NewLine(indent + 4));
        slices.add(new Transfer.RestoreJump(kept));
    }

    /** The name of the variable that keeps it: each block inside another has one of its own. */
    private String keptAs(BlockStmt cleanup) {
        long outer = replacedJumps.depth(cleanup);
        String name = outer == 0 ? "leaving" : "leaving" + (outer + 1);
        return variables.fresh(name, name + "To");
    }

    /** Whether a variable is thrown of which javac knew by its catch clause what it can be (JLS 11.2.2). */
    private boolean rethrows(ThrowStmt statement) {
        Expression thrown = statement.getExpression();
        return !names.isDeferred(statement)
                && thrown instanceof NameExpr name
                && names.isVariable(name)
                && attribution.typeOf(thrown).toString().equals("java.lang.Throwable");
    }
}
