package dev.asyncfn.processor.parse;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ThisExpr;

/**
 * JavaParser 3.28 takes {@code (Runnable) this::run} for a method of {@code ((Runnable) this)}; the language casts the
 * method reference.
 */
final class CastMethodReferences {
    private CastMethodReferences() {}

    static void repair(Node tree) {
        for (MethodReferenceExpr misread : tree.findAll(MethodReferenceExpr.class)) {
            while (misread.getScope() instanceof CastExpr cast) {
                repair(misread, cast);
            }
        }
    }

    private static void repair(MethodReferenceExpr misread, CastExpr cast) {
        Range whole = misread.getRange().orElseThrow();
        Expression receiver = cast.getExpression();
        // Each node leaves its old parent before it gets the new one: setters orphan what they replace.
        misread.setScope(new ThisExpr());
        misread.replace(cast);
        cast.setExpression(misread);
        misread.setScope(receiver);
        cast.setRange(whole);
        misread.setRange(new Range(receiver.getRange().orElseThrow().begin, whole.end));
    }
}
