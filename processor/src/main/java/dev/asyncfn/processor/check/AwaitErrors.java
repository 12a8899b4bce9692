package dev.asyncfn.processor.check;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.attribute.AttributionResult.JavacError;
import dev.asyncfn.processor.attribute.AttributionResult.Untypable;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Explains errors of javac at calls of {@code await}, whose messages do not lead to what must be written instead. */
public final class AwaitErrors {
    private final MethodSource source;
    private final Attribution attribution;
    private final Reporter reporter;
    private final Quotes quotes;

    private AwaitErrors(MethodSource source, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.attribution = attribution;
        this.reporter = reporter;
        this.quotes = new Quotes(source.file());
    }

    /** Reports what there is to say beside javac's errors in a body. */
    public static void explain(MethodSource source, Untypable result, Reporter reporter) {
        if (result.attribution() != null) { // else javac did not get as far as the body
            new FutureErrors(source, result, reporter).explain();
        }
        for (MethodCallExpr call : source.declaration().findAll(MethodCallExpr.class)) {
            if (call.getNameAsString().equals("await") && call.getArguments().size() == 1) {
                result.errors().stream()
                        .filter(error -> FutureErrors.pointsAt(call, error, source))
                        .findFirst()
                        .ifPresent(
                                error -> new AwaitErrors(source, result.attribution(), reporter).explain(call, error));
            }
        }
    }

    private void explain(MethodCallExpr call, JavacError error) {
        boolean imported = call.getScope().isEmpty() && AsyncCalls.isAwaitImported(attribution);
        Optional<TypeElement> hiding = imported ? hiding() : Optional.empty();
        if (hiding.isPresent()) {
            reporter.report(Problem.HIDDEN_AWAIT, source, call, hiding.get().getSimpleName());
        } else if (error.code().equals("compiler.err.ref.ambiguous")) {
            List<Expression> awaited = AsyncCalls.awaited(call.getArgument(0)).toList();
            if (awaited.stream().allMatch(this::isAsyncCall)) {
                String bare = quotes.call(call.getArgument(0), (MethodCallExpr) awaited.get(0));
                reporter.report(Problem.AMBIGUOUS_AWAIT, source, call, bare, bare);
            } else {
                reporter.report(Problem.AMBIGUOUS_FUTURE, source, call);
            }
        }
    }

    private boolean isAsyncCall(Expression awaited) {
        return awaited instanceof MethodCallExpr && new AsyncCalls(attribution).isAsyncFn(awaited);
    }

    /** The class of the method that the name means: the innermost class around with one of the name decides. */
    private Optional<TypeElement> hiding() {
        for (Element e = attribution.method().getEnclosingElement();
                e instanceof TypeElement type;
                e = e.getEnclosingElement()) {
            Optional<TypeElement> found = ElementFilter.methodsIn(
                            attribution.elements().getAllMembers(type))
                    .stream()
                    .filter(method -> method.getSimpleName().contentEquals("await"))
                    .map(method -> (TypeElement) method.getEnclosingElement())
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
