package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.model.FactoryNames;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Code as it is to be written, for messages: the user's own, if it is short enough to be read in one. */
final class Quotes {
    private static final int LONGEST = 80;

    private final SourceFile file;

    Quotes(SourceFile file) {
        this.file = file;
    }

    /** The node's text in one line, or what stands for a longer one. */
    String of(Node node, String otherwise) {
        String text = file.textOf(node);
        return text.length() <= LONGEST && text.lines().count() == 1 ? text : otherwise;
    }

    /** The same of a call, without parentheses around it. */
    String call(Expression argument, MethodCallExpr call) {
        Expression inner = argument;
        while (inner instanceof EnclosedExpr enclosed) {
            inner = enclosed.getInner();
        }
        return of(inner, call.getName() + "(...)");
    }

    /** A lambda whose body has become that of an async block. */
    String asBlock(LambdaExpr lambda) {
        int body = file.start(lambda.getBody());
        String parameters = file.textOf(new Span(file.start(lambda), body)).strip();
        String shown = parameters.lines().count() == 1 && parameters.length() <= LONGEST / 2 ? parameters : "(...) ->";
        String block = lambda.getExpressionBody().map(value -> of(value, "...")).orElse("{ ... }");
        return shown + " async(() -> " + block + ")";
    }

    /**
     * The call of the factory in the place of a direct call of an async fn.
     *
     * @param receiver its first argument; empty for none
     */
    String factory(MethodCallExpr call, ExecutableElement fn, String receiver) {
        TypeElement owner = (TypeElement) fn.getEnclosingElement();
        List<String> arguments = call.getArguments().stream()
                .map(argument -> of(argument, "..."))
                .toList();
        String first = receiver + (receiver.isEmpty() || arguments.isEmpty() ? "" : ", ");
        return Naming.facadeName(owner) + "." + FactoryNames.of(fn) + "(" + first + String.join(", ", arguments) + ")";
    }
}
