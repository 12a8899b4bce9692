package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
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
import com.github.javaparser.ast.type.Type;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Piece.Comment;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.translate.CommentsAround;
import dev.asyncfn.processor.translate.Slices;
import java.util.List;
import javax.lang.model.element.Element;

/** Lowers statements: those that contain an await are taken apart, all others stay the user's own text. */
final class StatementLowering {
    private static final int WIDTH = 120;
    private static final int INDENT = 24;

    private final Lowering fn;
    private final SourceFile file;
    private final CommentsAround comments;
    private final LoopLowering loops;
    private final TryLowering tries;
    private final SwitchLowering switches;

    SwitchLowering switches() {
        return switches;
    }

    StatementLowering(Lowering fn) {
        this.fn = fn;
        this.file = fn.source().file();
        this.comments = new CommentsAround(fn.source());
        this.loops = new LoopLowering(fn, this);
        this.tries = new TryLowering(fn, this);
        this.switches = new SwitchLowering(fn, this);
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
                fn.localClasses().lower(statement, statements.subList(i + 1, statements.size()));
            } else {
                lower(statement, trailing);
            }
            previous = file.end(statement);
        }
        comment(comments.leading(previous, end));
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
        fn.at(statement);
        if (fn.awaits().in(statement) || fn.patterns().flowOutOf(statement)) {
            comment(trailing);
            if (!(statement instanceof BlockStmt || statement instanceof LabeledStmt)) {
                fn.graph().add(new Step.Origin(file.line(file.start(statement)), true));
            }
            takeApart(statement);
            return;
        }
        fn.graph().add(new Step.Origin(file.line(file.start(statement)), false));
        boolean fits = fitsBehind(statement);
        comment(fits ? Comment.NONE : trailing);
        Comment behind = fits ? trailing : Comment.NONE;
        if (statement instanceof ExpressionStmt expression) {
            expression(expression, behind);
        } else if (!(statement instanceof EmptyStmt)) {
            run(fn.translator().translate(statement), behind, fn.completion().isNormal(statement));
        }
    }

    /** Whether a comment on a statement's line has room there in the generated code, too, which is indented further. */
    private boolean fitsBehind(Statement statement) {
        int line = file.line(file.start(statement));
        return line != file.line(file.end(statement) - 1)
                || INDENT + file.textOfLine(line).strip().length() <= WIDTH;
    }

    private void run(Code code, Comment trailing, boolean completes) {
        fn.graph().add(new Step.Run(trailing.isEmpty() ? code : Code.of(code, " ", trailing), completes));
    }

    private void takeApart(Statement statement) {
        if (statement instanceof BlockStmt block) {
            block(block);
        } else if (statement instanceof ExpressionStmt expression) {
            expression(expression, Comment.NONE);
        } else if (statement instanceof IfStmt choice) {
            choice(choice);
        } else if (statement instanceof ReturnStmt result) {
            fn.returns().lower(result);
        } else if (statement instanceof ThrowStmt failure) {
            Code value = fn.expressions().lower(failure.getExpression());
            fn.graph().add(fn.throwing(value, failure.getExpression()));
        } else if (statement instanceof AssertStmt assertion) {
            assertion(assertion);
        } else if (statement instanceof LabeledStmt labelled) {
            labelled(labelled);
        } else if (Jumps.isLoop(statement)) {
            loops.lower(statement);
        } else if (statement instanceof TryStmt attempt) {
            tries.lower(attempt);
        } else if (statement instanceof SwitchStmt choice) {
            switches.lower(choice);
        } else if (statement instanceof YieldStmt result) {
            switches.yield(result);
        } else if (statement instanceof SynchronizedStmt block && !fn.awaits().in(block.getBody())) {
            fn.expressions().linearize(block.getExpression());
            run(fn.translator().translate(block), Comment.NONE, fn.completion().isNormal(block));
        } else {
            throw fn.notLowered(statement);
        }
    }

    // ---- expressions and declarations

    private void expression(ExpressionStmt statement, Comment trailing) {
        Expression expression = statement.getExpression();
        if (expression instanceof VariableDeclarationExpr declaration) {
            declaration(declaration);
            comment(trailing, true);
            return;
        }
        evaluate(expression, trailing);
    }

    /** An expression for its effects: a statement, or a part of a for loop's head. */
    void evaluate(Expression expression, Comment trailing) {
        if (expression instanceof AssignExpr assign && assignsVariable(assign)) {
            Variable target = fn.names().of(fn.attribution().elementOf(assign.getTarget()));
            Code value = fn.expressions().lower(assign.getValue());
            fn.graph().add(new Step.Assign(target, value, null, false));
            comment(trailing, true);
            return;
        }
        fn.expressions().linearize(expression);
        if (!fn.awaits().is(expression)) {
            run(Code.of(fn.translator().translate(expression), ";"), trailing, true);
        }
    }

    private boolean assignsVariable(AssignExpr assign) {
        return assign.getOperator() == AssignExpr.Operator.ASSIGN
                && assign.getTarget() instanceof NameExpr name
                && fn.names().of(fn.attribution().elementOf(name)) != null;
    }

    void declaration(VariableDeclarationExpr declaration) {
        for (VariableDeclarator declarator : declaration.getVariables()) {
            Element element = fn.attribution().elementOf(declarator);
            Code written = written(declaration, declarator);
            Variable variable = fn.localVariable(element);
            if (declarator.getInitializer().isPresent()) {
                Expression initializer = declarator.getInitializer().get();
                Code value = fn.expressions().lower(initializer);
                if (initializer instanceof ArrayInitializerExpr) {
                    value = Code.of(new Piece.NewArray(variable.type()), value);
                }
                fn.names().declare(element, variable);
                fn.graph().add(new Step.Assign(variable, value, written, true));
            } else {
                fn.names().declare(element, variable);
                fn.graph().add(new Step.Declare(variable, written));
            }
        }
    }

    /** The modifiers and the type as the user wrote them; null if brackets stand behind the name. */
    private Code written(VariableDeclarationExpr declaration, VariableDeclarator declarator) {
        if (hasBracketsBehind(declarator)) {
            return null;
        }
        Type type = declarator.getType();
        Slices slices = new Slices(fn.source(), declaration);
        declaration.getAnnotations().forEach(annotation -> fn.translator().visit(annotation, slices));
        fn.translator().visit(type, slices);
        slices.copyTo(file.end(type));
        return slices.toCode();
    }

    /** Whether a part of the type stands behind the name, as in {@code int a[]}. */
    boolean hasBracketsBehind(VariableDeclarator declarator) {
        Type type = declarator.getType();
        return type.isArrayType()
                && (file.start(type) >= file.start(declarator.getName())
                        || file.end(type) > file.start(declarator.getName()));
    }

    // ---- structure

    private void choice(IfStmt statement) {
        boolean hasElse = statement.getElseStmt().isPresent();
        Block then = fn.graph().block("THEN", statement.getThenStmt());
        Block after = fn.graph().block("AFTER_IF", statement);
        Block otherwise =
                hasElse ? fn.graph().block("ELSE", statement.getElseStmt().get()) : after;
        fn.conditions().lower(statement.getCondition(), then, otherwise, false);
        fn.graph().place(then);
        branch(statement.getThenStmt());
        fn.graph().goTo(after);
        if (hasElse) {
            fn.graph().place(otherwise);
            branch(statement.getElseStmt().get());
        }
        fn.graph().place(after);
    }

    /** Java checks assertions only where they are enabled for the user's class. */
    private void assertion(AssertStmt statement) {
        Block test = fn.graph().block("ASSERT", statement);
        Block failed = fn.graph().block("ASSERTION_FAILED", statement);
        Block after = fn.graph().block("AFTER_ASSERT", statement);
        Code enabled = Code.of(new Piece.ClassRef(fn.owner()), ".class.desiredAssertionStatus()");
        fn.graph().end(new End.Branch(enabled, Code.of("!", enabled), test, after));
        fn.graph().place(test);
        fn.conditions().lower(statement.getCheck(), after, failed, false);
        fn.graph().place(failed);
        Code message = statement.getMessage().map(fn.expressions()::lower).orElse(Code.EMPTY);
        fn.graph().add(new Step.Run(fn.assertionError(message), false));
        fn.graph().place(after);
    }

    private void labelled(LabeledStmt statement) {
        Block after = fn.graph().block("AFTER_" + constantCase(statement), statement);
        fn.jumps().open(statement, after, null);
        lower(statement.getStatement());
        fn.graph().place(after);
    }

    private static String constantCase(LabeledStmt statement) {
        return ExpressionLowering.constantCase(statement.getLabel().asString());
    }

    /** The label in front of a loop, as a prefix of its states. */
    static String label(Node loop) {
        return loop.getParentNode().orElse(null) instanceof LabeledStmt labelled ? constantCase(labelled) + "_" : "";
    }
}
