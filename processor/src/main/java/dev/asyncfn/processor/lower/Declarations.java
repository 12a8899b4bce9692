package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.type.Type;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.SourceText.Comment;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.translate.Slices;
import javax.lang.model.element.Element;

/** Lowers what declares variables, and expressions that stand for their effects. */
final class Declarations {
    private final LoweringContext fn;
    private final Recursion parts;
    private final SourceFile file;

    Declarations(LoweringContext fn, Recursion parts) {
        this.fn = fn;
        this.parts = parts;
        this.file = fn.source().file();
    }

    void declare(VariableDeclarationExpr declaration) {
        for (VariableDeclarator declarator : declaration.getVariables()) {
            Element element = fn.attribution().elementOf(declarator);
            Code written = written(declaration, declarator);
            Variable variable = fn.variables().local(element);
            if (declarator.getInitializer().isPresent()) {
                Expression initializer = declarator.getInitializer().get();
                Code value = parts.value(initializer);
                if (initializer instanceof ArrayInitializerExpr) {
                    value = Code.of(new Reference.NewArray(variable.type()), value);
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
        if (hasBracketsBehind(declarator, file)) {
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
    static boolean hasBracketsBehind(VariableDeclarator declarator, SourceFile file) {
        Type type = declarator.getType();
        return type.isArrayType()
                && (file.start(type) >= file.start(declarator.getName())
                        || file.end(type) > file.start(declarator.getName()));
    }

    /** An expression for its effects: a statement, or a part of a for loop's head. */
    void evaluate(Expression expression, Comment trailing) {
        if (expression instanceof AssignExpr assign && assignsVariable(assign)) {
            Variable target = fn.names().of(fn.attribution().elementOf(assign.getTarget()));
            Code value = parts.value(assign.getValue());
            fn.graph().add(new Step.Assign(target, value, null, false));
            comment(trailing);
            return;
        }
        parts.linearize(expression);
        if (!fn.awaits().is(expression)) {
            fn.graph().add(new Step.Evaluate(fn.translator().translate(expression), trailing));
        }
    }

    private void comment(Comment trailing) {
        if (!trailing.isEmpty()) {
            fn.graph().add(new Step.Comment(trailing, true));
        }
    }

    private boolean assignsVariable(AssignExpr assign) {
        return assign.getOperator() == AssignExpr.Operator.ASSIGN
                && assign.getTarget() instanceof NameExpr name
                && fn.names().of(fn.attribution().elementOf(name)) != null;
    }
}
