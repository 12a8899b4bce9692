package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** What is awaited though it is no future, and what to await instead. */
final class NonFutures {
    private static final String STAGE = "java.util.concurrent.CompletionStage";

    /** How values of other libraries are awaited. The first whose type fits is meant. */
    private static final List<Remedy> REMEDIES = List.of(
            Remedy.of("reactor.core.publisher.Mono", "await(%s.toFuture())").or("reactor", "ReactorBridge"),
            Remedy.of("reactor.core.publisher.Flux", "await(%s.collectList().toFuture())"),
            Remedy.of("io.smallrye.mutiny.Uni", "await(%s.subscribeAsCompletionStage())"),
            Remedy.of("io.reactivex.rxjava3.core.Single", "await(%s.toCompletionStage())")
                    .or("rxjava", "RxJavaBridge"),
            Remedy.of("io.reactivex.rxjava3.core.Maybe", "await(%s.toCompletionStage(null))")
                    .or("rxjava", "RxJavaBridge"),
            Remedy.of("io.reactivex.rxjava3.core.Completable", "await(%s.toCompletionStage(null))")
                    .or("rxjava", "RxJavaBridge"),
            Remedy.of("io.vertx.core.Future", "await(%s.toCompletionStage())").or("vertx", "VertxBridge"),
            Remedy.of("java.util.concurrent.Flow.Publisher", "Interop.fromPublisher(%s)"),
            Remedy.of("com.google.common.util.concurrent.ListenableFuture", "await(Blocking.spawnBlocking(%s::get))")
                    .or("guava", "GuavaBridge"),
            Remedy.of("io.netty.util.concurrent.Future", "await(Blocking.spawnBlocking(%s::get))")
                    .or("netty", "NettyBridge"),
            Remedy.of("java.util.concurrent.Future", "await(Blocking.spawnBlocking(%s::get))"));

    /**
     * What to write instead.
     *
     * @param type the name of the type of what is awaited
     * @param call what does it without a bridge
     * @param artifact the last part of the bridge's artifact id and package; null if there is no bridge
     * @param bridge the simple name of the bridge's class
     */
    private record Remedy(String type, String call, String artifact, String bridge) {
        static Remedy of(String type, String call) {
            return new Remedy(type, call, null, null);
        }

        Remedy or(String artifact, String bridge) {
            return new Remedy(type, call, artifact, bridge);
        }

        String text(String awaited, Elements elements) {
            String written = "write `" + call.formatted(awaited) + "`";
            if (artifact == null) {
                return written;
            }
            String type = "dev.asyncfn.bridge." + artifact + "." + bridge;
            String dependency = elements.getTypeElement(type) == null
                    ? "add the dependency `dev.asyncfn:asyncfn-bridge-" + artifact + "` and "
                    : "add ";
            return dependency + "`import static " + type + ".await;`, or " + written;
        }
    }

    private final MethodSource source;
    private final AsyncCalls calls;
    private final Attribution attribution;
    private final Reporter reporter;
    private final Quotes quotes;

    NonFutures(MethodSource source, AsyncCalls calls, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.calls = calls;
        this.attribution = attribution;
        this.reporter = reporter;
        this.quotes = new Quotes(source.file());
    }

    void report(Expression awaited) {
        Optional<MethodCallExpr> call = initializer(awaited);
        if (call.isPresent()) {
            String text = quotes.call(call.get(), call.get());
            reporter.report(Problem.AWAITED_ALREADY, source, awaited, awaited, text, awaited, text);
            return;
        }
        if (!reportOther(awaited)) {
            reporter.report(Problem.AWAIT_NON_FUTURE, source, awaited, attribution.typeOf(awaited));
        }
    }

    /** Whether it is a future of another library, which then was reported. */
    boolean reportOther(Expression awaited) {
        TypeMirror type = attribution.typeOf(awaited);
        Optional<String> remedy = REMEDIES.stream()
                .filter(known -> attribution.isA(type, known.type()) && !attribution.isA(type, STAGE))
                .map(known -> known.text(quotes.of(awaited, "..."), attribution.elements()))
                .findFirst();
        remedy.ifPresent(text -> reporter.report(Problem.AWAIT_OTHER_FUTURE, source, awaited, type, text));
        return remedy.isPresent();
    }

    /** The direct call of an async fn whose value a local variable was declared with. */
    private Optional<MethodCallExpr> initializer(Expression awaited) {
        if (!(awaited instanceof NameExpr name)) {
            return Optional.empty();
        }
        Element variable = attribution.elementOf(name);
        return methodAround(name)
                .flatMap(method -> method.findFirst(
                        VariableDeclarator.class, declared -> variable.equals(attribution.elementOf(declared))))
                .flatMap(VariableDeclarator::getInitializer)
                .map(NonFutures::unparenthesized)
                .filter(value -> value instanceof MethodCallExpr call && calls.isAsyncFn(call))
                .map(MethodCallExpr.class::cast);
    }

    private Optional<MethodDeclaration> methodAround(Node node) {
        return Optional.of(source.declaration()).filter(method -> node.isDescendantOf(method));
    }

    private static Expression unparenthesized(Expression value) {
        return value instanceof EnclosedExpr enclosed ? unparenthesized(enclosed.getInner()) : value;
    }
}
