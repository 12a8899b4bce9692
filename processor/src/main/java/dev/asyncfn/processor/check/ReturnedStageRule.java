package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** An async fn that wraps its value in a future, as libraries want it that rewrite a method of stages: its own future gives that one. */
final class ReturnedStageRule implements Rule {
    private static final Map<String, Set<String>> WRAPPING = Map.of(
            "java.util.concurrent.CompletableFuture", Set.of("completedFuture", "completedStage"),
            "dev.asyncfn.Future", Set.of("ready"));

    private final MethodSource source;
    private final Attribution attribution;
    private final Reporter reporter;

    ReturnedStageRule(MethodSource source, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.attribution = attribution;
        this.reporter = reporter;
    }

    @Override
    public void check(Node node) {
        if (node instanceof ReturnStmt result
                && result.getExpression().orElse(null) instanceof MethodCallExpr call
                && call.getArguments().size() == 1
                && wraps(call)
                && !Place.of(result, source.declaration()).isNested()) {
            String value = new Quotes(source.file()).of(call.getArgument(0), "...");
            reporter.report(
                    Problem.WRAPPED_RESULT,
                    source,
                    call,
                    call.getName(),
                    value,
                    attribution.typeOf(call.getArgument(0)));
        }
    }

    private boolean wraps(MethodCallExpr call) {
        return attribution.elementOf(call) instanceof ExecutableElement method
                && method.getEnclosingElement() instanceof TypeElement owner
                && WRAPPING.getOrDefault(owner.getQualifiedName().toString(), Set.of())
                        .contains(method.getSimpleName().toString());
    }
}
