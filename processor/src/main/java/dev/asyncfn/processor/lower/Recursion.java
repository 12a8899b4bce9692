package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Variable;
import java.util.List;

/** The lowering of whatever stands inside a construct, as each construct's own lowering needs it. */
interface Recursion {
    /** The statements of a block, in the present block of the graph. */
    void block(BlockStmt block);

    /** Statements that follow each other, and the comments between two offsets around them. */
    void list(List<Statement> statements, int start, int end);

    /** A statement that some other statement decides about: its braces are of no use any more. */
    void branch(Statement statement);

    /** The code of an expression's value at this point; what must come before it is in the graph. */
    Code value(Expression expression);

    /** Evaluates everything in an expression up to its last await. */
    void linearize(Expression expression);

    /**
     * Ends the present block by a test.
     *
     * @param splits whether to split a short circuit even if it could be kept verbatim
     */
    void condition(Expression condition, Block whenTrue, Block whenFalse, boolean splits);

    /** The value of a switch expression some entry of which awaits. */
    Variable value(SwitchExpr choice);
}
