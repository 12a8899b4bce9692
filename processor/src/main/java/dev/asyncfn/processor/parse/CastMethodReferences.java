package dev.asyncfn.processor.parse;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;

/**
 * JavaParser 3.28 takes {@code (Runnable) this::run} for a method of {@code ((Runnable) this)}; the language casts the
 * method reference.
 */
final class CastMethodReferences {
    private CastMethodReferences() {}

    static void repair(Node tree) {
        for (MethodReferenceExpr misread : tree.findAll(MethodReferenceExpr.class)) {
            if (misread.getScope() instanceof CastExpr cast) {
                repair(misread, cast);
            }
        }
    }

    private static void repair(MethodReferenceExpr misread, CastExpr cast) {
        Range whole = misread.getRange().orElseThrow();
        misread.replace(cast);
        misread.setScope(cast.getExpression());
        cast.setExpression(misread);
        cast.setRange(whole);
        misread.setRange(new Range(misread.getScope().getRange().orElseThrow().begin, whole.end));
    }
}
