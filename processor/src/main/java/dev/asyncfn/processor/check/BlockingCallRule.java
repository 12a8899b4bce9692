package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** A call that parks the thread takes it away from every other task that is polled there. */
final class BlockingCallRule implements Rule {
    /** By the class that declares them first. Calls with a time limit block too; monitors and short locks do not count. */
    private static final Map<String, Set<String>> BLOCKING = Map.ofEntries(
            Map.entry("dev.asyncfn.Async", Set.of("blockOn")),
            Map.entry("java.lang.Object", Set.of("wait")),
            Map.entry("java.lang.Process", Set.of("waitFor")),
            Map.entry("java.lang.Thread", Set.of("sleep", "join")),
            Map.entry("java.net.http.HttpClient", Set.of("send")),
            Map.entry("java.util.concurrent.BlockingDeque", Set.of("putFirst", "putLast", "takeFirst", "takeLast")),
            Map.entry("java.util.concurrent.BlockingQueue", Set.of("put", "take")),
            Map.entry("java.util.concurrent.CompletableFuture", Set.of("join")),
            Map.entry("java.util.concurrent.CompletionService", Set.of("take")),
            Map.entry("java.util.concurrent.CountDownLatch", Set.of("await")),
            Map.entry("java.util.concurrent.CyclicBarrier", Set.of("await")),
            Map.entry("java.util.concurrent.Exchanger", Set.of("exchange")),
            Map.entry("java.util.concurrent.ExecutorService", Set.of("awaitTermination", "invokeAll", "invokeAny")),
            Map.entry("java.util.concurrent.ForkJoinTask", Set.of("join", "invoke")),
            Map.entry("java.util.concurrent.Future", Set.of("get")),
            Map.entry("java.util.concurrent.Phaser", Set.of("arriveAndAwaitAdvance", "awaitAdvance")),
            Map.entry("java.util.concurrent.Semaphore", Set.of("acquire", "acquireUninterruptibly")),
            Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep")),
            Map.entry("java.util.concurrent.TransferQueue", Set.of("transfer")),
            Map.entry(
                    "java.util.concurrent.locks.Condition",
                    Set.of("await", "awaitNanos", "awaitUninterruptibly", "awaitUntil")),
            Map.entry("java.util.concurrent.locks.LockSupport", Set.of("park", "parkNanos", "parkUntil")));

    private final MethodSource source;
    private final Attribution attribution;
    private final Reporter reporter;

    BlockingCallRule(MethodSource source, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.attribution = attribution;
        this.reporter = reporter;
    }

    @Override
    public void check(Node node) {
        if (node instanceof MethodCallExpr call
                && attribution.elementOf(call) instanceof ExecutableElement method
                && blocks(method)
                && !Place.of(call, source.declaration()).isNested()) {
            TypeElement owner = (TypeElement) method.getEnclosingElement();
            reporter.report(Problem.BLOCKING_CALL, source, call, owner.getSimpleName() + "." + method.getSimpleName());
        }
    }

    private boolean blocks(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return BLOCKING.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .anyMatch(entry -> isOrOverrides(method, entry.getKey()));
    }

    private boolean isOrOverrides(ExecutableElement method, String declaring) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        TypeElement type = attribution.elements().getTypeElement(declaring);
        return type != null
                && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(
                                m -> m.equals(method) || attribution.elements().overrides(method, m, owner));
    }
}
