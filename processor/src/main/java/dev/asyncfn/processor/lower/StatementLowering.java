package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.SourceText.Comment;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Test;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.plan.JumpTargets;
import dev.asyncfn.processor.plan.NotLowered;
import dev.asyncfn.processor.plan.Operands;
import dev.asyncfn.processor.translate.CommentsAround;
import java.util.List;

/** Lowers statements: those that contain an await are split, all others stay the user's own text. */
final class StatementLowering {
    private static final int WIDTH = 120;
    private static final int INDENT = 24;
    /** What stands before a quote. */
    private static final int NUMBER = 10;

    private final LoweringContext fn;
    private final Recursion parts;
    private final Declarations declarations;
    private final Returns returns;
    private final SourceFile file;
    private final CommentsAround comments;
    private final LoopLowering loops;
    private final TryLowering tries;
    private final SwitchLowering switches;

    StatementLowering(LoweringContext fn, Recursion parts, SwitchLowering switches, Returns returns) {
        this.fn = fn;
        this.parts = parts;
        this.file = fn.source().file();
        this.comments = new CommentsAround(fn.source());
        this.declarations = new Declarations(fn, parts);
        this.loops = new LoopLowering(fn, parts, declarations);
        this.tries = new TryLowering(fn, parts, declarations);
        this.switches = switches;
        this.returns = returns;
    }

    void block(BlockStmt block) {
        list(block.getStatements(), file.startInside(block), file.endInside(block));
    }

    /** Statements that follow each other, and the comments between two offsets around them. */
    void list(List<Statement> statements, int start, int end) {
        int previous = start;
        comment(comments.trailing(start, statements.isEmpty() ? end : file.start(statements.get(0))));
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            comment(comments.leading(previous, file.start(statement)));
            int next = i + 1 < statements.size() ? file.start(statements.get(i + 1)) : end;
            Comment trailing = comments.trailing(file.end(statement), next);
            if (fn.localClasses().isLocalClass(statement)) {
                localClass(statement, statements.subList(i + 1, statements.size()));
            } else {
                lower(statement, trailing);
            }
            previous = file.end(statement);
        }
        comment(comments.leading(previous, end));
    }

    /** @param scope the statements after it in its block */
    private void localClass(Statement statement, List<Statement> scope) {
        if (fn.localClasses().staysWhole(statement, scope)) {
            run(statement, Comment.NONE);
        } else {
            fn.localClasses().lift(statement);
        }
    }

    private void comment(Comment text) {
        comment(text, false);
    }

    private void comment(Comment text, boolean trails) {
        if (!text.isEmpty()) {
            fn.graph().add(new Step.Comment(text, trails));
        }
    }

    void lower(Statement statement) {
        lower(statement, Comment.NONE);
    }

    /** A statement that some other statement decides about: its braces are of no use any more. */
    void branch(Statement statement) {
        if (statement instanceof BlockStmt block) {
            block(block);
        } else {
            lower(statement);
        }
    }

    private void lower(Statement statement, Comment trailing) {
        fn.variables().at(statement);
        if (fn.awaits().in(statement) || fn.patterns().flowOutOf(statement)) {
            boolean quoted = isQuotedWhole(statement);
            comment(quoted ? Comment.NONE : trailing);
            if (!(statement instanceof BlockStmt
                    || statement instanceof LabeledStmt
                    || statement instanceof TryStmt
                    || JumpTargets.isLoop(statement))) {
                fn.origins().quote(statement);
            }
            comment(quoted ? trailing : Comment.NONE, fitsBehindQuote(statement, trailing));
            takeApart(statement);
            return;
        }
        fn.origins().verbatim(statement);
        if (leadsToBlock(statement)) {
            comment(trailing);
            takeApart(statement);
            return;
        }
        boolean fits = fitsBehind(statement);
        comment(fits ? Comment.NONE : trailing);
        Comment behind = fits ? trailing : Comment.NONE;
        if (statement instanceof ExpressionStmt expression) {
            expression(expression, behind);
        } else if (!(statement instanceof EmptyStmt)) {
            run(statement, behind);
        }
    }

    /** Whether it is a jump that ends the present block: where its target comes next, code falls through. In verbatim code, text replaces it. */
    private boolean leadsToBlock(Statement statement) {
        return returns.leavesTry(statement)
                || statement instanceof YieldStmt result && switches.isSplit(result)
                || fn.jumps().target(statement).isPresent();
    }

    /** Whether a comment behind a statement may follow its quote: it is no comment behind the end of a branch. */
    private static boolean isQuotedWhole(Statement statement) {
        return (statement instanceof ExpressionStmt
                        || statement instanceof ReturnStmt
                        || statement instanceof ThrowStmt
                        || statement instanceof AssertStmt
                        || statement instanceof YieldStmt)
                && statement.findFirst(SwitchExpr.class).isEmpty();
    }

    /** Whether there is room for it on the line of the quote, which is a comment: no escape may break it. */
    private boolean fitsBehindQuote(Statement statement, Comment trailing) {
        int line = file.line(file.start(statement));
        String text = file.textOfLine(line).strip();
        return !trailing.isEmpty()
                && line == file.line(file.end(statement) - 1)
                && INDENT + NUMBER + text.length() <= WIDTH
                && !file.textOf(trailing.lines().get(0)).contains("\\");
    }

    /** Whether a comment on a statement's line has room there in the generated code, too, which is indented further. */
    private boolean fitsBehind(Statement statement) {
        int line = file.line(file.start(statement));
        return line != file.line(file.end(statement) - 1)
                || INDENT + file.textOfLine(line).strip().length() <= WIDTH;
    }

    private void run(Statement statement, Comment trailing) {
        Code code = fn.translator().translate(statement);
        fn.graph().add(new Step.Run(code, fn.completion().isNormal(statement), trailing, file.place(statement)));
    }

    private void takeApart(Statement statement) {
        if (statement instanceof BlockStmt block) {
            block(block);
        } else if (statement instanceof ExpressionStmt expression) {
            expression(expression, Comment.NONE);
        } else if (statement instanceof IfStmt choice) {
            choice(choice);
        } else if (statement instanceof ReturnStmt result) {
            returns.lower(result);
        } else if (statement instanceof ThrowStmt failure) {
            Code value = parts.value(failure.getExpression());
            fn.graph().add(fn.throwing(value, failure.getExpression()));
        } else if (statement instanceof AssertStmt assertion) {
            assertion(assertion);
        } else if (statement instanceof LabeledStmt labelled) {
            labelled(labelled);
        } else if (JumpTargets.isLoop(statement)) {
            loops.lower(statement);
        } else if (statement instanceof TryStmt attempt) {
            tries.lower(attempt);
        } else if (statement instanceof SwitchStmt choice) {
            switches.lower(choice);
        } else if (statement instanceof YieldStmt result) {
            switches.yield(result);
        } else if (statement instanceof BreakStmt || statement instanceof ContinueStmt) {
            fn.graph().goTo(fn.jumps().target(statement).orElseThrow());
        } else if (statement instanceof SynchronizedStmt block && !fn.awaits().in(block.getBody())) {
            parts.linearize(block.getExpression());
            run(block, Comment.NONE);
        } else {
            throw new NotLowered(Problem.NOT_LOWERED, statement);
        }
    }

    // ---- expressions and declarations

    private void expression(ExpressionStmt statement, Comment trailing) {
        Expression expression = statement.getExpression();
        if (expression instanceof VariableDeclarationExpr declaration) {
            declarations.declare(declaration);
            comment(trailing, true);
            return;
        }
        declarations.evaluate(expression, trailing);
    }

    // ---- structure

    private void choice(IfStmt statement) {
        if (staysInPlace(statement)) {
            parts.linearize(statement.getCondition());
            run(statement, Comment.NONE);
            return;
        }
        boolean hasElse = statement.getElseStmt().isPresent();
        Block then = fn.graph().block("THEN", statement.getThenStmt());
        Block after = fn.graph().block("AFTER_IF", statement);
        Block otherwise =
                hasElse ? fn.graph().block("ELSE", statement.getElseStmt().get()) : after;
        parts.condition(statement.getCondition(), then, otherwise, false);
        fn.graph().place(then);
        branch(statement.getThenStmt());
        fn.graph().goTo(after);
        if (hasElse) {
            fn.graph().place(otherwise);
            branch(statement.getElseStmt().get());
        }
        fn.graph().place(after);
    }

    /** Whether only the condition awaits, and all of it is evaluated: then its branches need no states. */
    private boolean staysInPlace(IfStmt statement) {
        return !fn.awaits().in(statement.getThenStmt())
                && statement.getElseStmt().filter(fn.awaits()::in).isEmpty()
                && !fn.patterns().flowOutOf(statement)
                && statement.getCondition().findAll(BinaryExpr.class).stream()
                        .noneMatch(test ->
                                Operands.isShortCircuit(test) && fn.awaits().in(test.getRight()));
    }

    /** Java checks assertions only where they are enabled for the top level class that contains them (JLS 14.10). */
    private void assertion(AssertStmt statement) {
        Block test = fn.graph().block("ASSERT", statement);
        Block failed = fn.graph().block("ASSERTION_FAILED", statement);
        Block after = fn.graph().block("AFTER_ASSERT", statement);
        fn.graph().end(new End.Branch(new Test.AssertionsEnabled(Naming.outermost(fn.owner())), test, after));
        fn.graph().place(test);
        parts.condition(statement.getCheck(), after, failed, false);
        fn.graph().place(failed);
        Code message = statement.getMessage().map(parts::value).orElse(Code.EMPTY);
        fn.graph().add(fn.failure("java.lang.AssertionError", message));
        fn.graph().place(after);
    }

    private void labelled(LabeledStmt statement) {
        Block after =
                fn.graph().block("AFTER_" + StateNames.of(statement.getLabel().asString()), statement);
        fn.jumps().open(statement, after, null);
        lower(statement.getStatement());
        fn.graph().place(after);
    }
}
