package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.model.AwaitMethods;
import dev.asyncfn.processor.model.FactoryNames;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.options.Options;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Awaits, and the calls of async fns that are awaited too, stand where the async fn can be suspended. */
final class AwaitRule implements Rule {
    private final MethodSource source;
    private final AsyncCalls calls;
    private final Attribution attribution;
    private final Options options;
    private final Reporter reporter;

    AwaitRule(MethodSource source, AsyncCalls calls, Attribution attribution, Options options, Reporter reporter) {
        this.source = source;
        this.calls = calls;
        this.attribution = attribution;
        this.options = options;
        this.reporter = reporter;
    }

    @Override
    public void check(Node node) {
        if (node instanceof MethodReferenceExpr reference) {
            checkReference(reference);
        } else if (node instanceof MethodCallExpr call && calls.isAwait(call)) {
            checkAwait(call);
        } else if (node instanceof MethodCallExpr call && calls.isAsyncFn(call) && !calls.isWrapped(call)) {
            checkAsyncCall(call);
        }
        if (node instanceof MethodCallExpr call && !calls.isAwait(call)) {
            checkNamedLikeAwait(call);
        }
    }

    /** A method of the user's own, which the name means inside of its class, in spite of the import. */
    private void checkNamedLikeAwait(MethodCallExpr call) {
        boolean named = call.getNameAsString().equals("await")
                && call.getScope().isEmpty()
                && call.getArguments().size() == 1
                && AsyncCalls.isAwaitImported(attribution);
        if (named && (isAsyncCall(call.getArgument(0)) || isFuture(attribution.typeOf(call.getArgument(0))))) {
            Element method = attribution.elementOf(call);
            reporter.report(
                    Problem.SHADOWED_AWAIT,
                    source,
                    call,
                    method.getEnclosingElement().getSimpleName());
        }
    }

    private boolean isFuture(TypeMirror type) {
        return attribution.isA(type, "dev.asyncfn.Future")
                || attribution.isA(type, "java.util.concurrent.CompletionStage");
    }

    private void checkReference(MethodReferenceExpr reference) {
        if (calls.isAwait(reference)) {
            reporter.report(Problem.AWAIT_REFERENCE, source, reference);
        } else if (calls.isAsyncFn(reference)) {
            reportBlocking(reference);
        }
    }

    private void checkAwait(MethodCallExpr await) {
        Place place = Place.of(await, source.declaration());
        Optional<Problem> misplaced = misplaced(place);
        if (place == Place.LAMBDA) {
            checkInLambda(await);
        } else if (misplaced.isPresent()) {
            reporter.report(misplaced.get(), source, await);
        } else if (AwaitMethods.isMarked(attribution.elementOf(await))) {
            checkMark(await, (ExecutableElement) attribution.elementOf(await));
        } else if (calls.awaitsValue(await)) {
            AsyncCalls.awaited(await.getArgument(0))
                    .filter(awaited -> !isAsyncCall(awaited))
                    .forEach(new NonFutures(source, calls, attribution, reporter)::report);
        }
    }

    private void checkMark(MethodCallExpr await, ExecutableElement marked) {
        if (AwaitMethods.conversion(marked, attribution.types(), attribution.elements())
                .isEmpty()) {
            String via = AwaitMethods.via(marked).orElseThrow();
            reporter.report(Problem.AWAIT_VIA, source, await, marked.getSimpleName(), via, marked.getSimpleName());
        }
    }

    /** Of the lambda of an async block that stands in a class, the block says what is wrong. */
    @SuppressWarnings("unchecked") // JavaParser takes classes as varargs
    private void checkInLambda(MethodCallExpr await) {
        LambdaExpr lambda = Place.around(await, LambdaExpr.class).orElseThrow();
        if (!BlockRule.isOfBlock(lambda, attribution)) {
            String block = new Quotes(source.file()).asBlock(lambda);
            reporter.report(Problem.AWAIT_IN_LAMBDA, source, await, block);
        }
    }

    private boolean isAsyncCall(Expression expression) {
        return expression instanceof MethodCallExpr call && calls.isAsyncFn(call);
    }

    private void checkAsyncCall(MethodCallExpr call) {
        Place place = Place.of(call, source.declaration());
        if (place.isNested()) {
            reportBlocking(call);
            return;
        }
        misplaced(place).ifPresent(problem -> reporter.report(problem, source, call));
        if (options.warnsOfImplicitAwait()
                && attribution.typeOf(call).getKind() != TypeKind.VOID
                && !isInferred(call)) {
            reporter.report(Problem.IMPLICIT_AWAIT, source, call, call.getName());
        }
    }

    /** In {@code await(...)} javac could infer a future as well, and would not know which {@code await} is meant. */
    private boolean isInferred(MethodCallExpr call) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(call);
        return call.getTypeArguments().isEmpty()
                && method.getTypeParameters().stream()
                        .anyMatch(parameter -> parameter.asType().equals(method.getReturnType()));
    }

    private void reportBlocking(Node at) {
        ExecutableElement fn = (ExecutableElement) attribution.elementOf(at);
        String facade = Naming.facadeName((TypeElement) fn.getEnclosingElement());
        String factory = facade + "." + FactoryNames.of(fn);
        reporter.report(Problem.ASYNC_CALL_BLOCKS, source, at, fn.getSimpleName(), factory);
    }

    private static Optional<Problem> misplaced(Place place) {
        return Optional.ofNullable(
                switch (place) {
                    case BODY -> null;
                    case SYNCHRONIZED -> Problem.AWAIT_IN_SYNCHRONIZED;
                    case LAMBDA -> Problem.AWAIT_IN_LAMBDA;
                    case CLASS -> Problem.AWAIT_IN_CLASS;
                    case CONSTRUCTOR -> Problem.AWAIT_IN_CONSTRUCTOR;
                    case INITIALIZER -> Problem.AWAIT_IN_INITIALIZER;
                });
    }
}
