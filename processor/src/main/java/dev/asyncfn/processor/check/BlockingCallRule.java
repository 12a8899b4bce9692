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

/** A call that parks the thread takes it away from every other task that is polled there. */
final class BlockingCallRule implements Rule {
    /** By the class that declares them first. Calls with a time limit block too; monitors do not count. */
    private static final Map<String, Set<String>> BLOCKING = Map.ofEntries(
            Map.entry("dev.asyncfn.Async", Set.of("blockOn")),
            Map.entry("java.io.Console", Set.of("readLine", "readPassword")),
            Map.entry("java.lang.Object", Set.of("wait")),
            Map.entry("java.lang.Process", Set.of("waitFor")),
            Map.entry("java.lang.Thread", Set.of("sleep", "join")),
            Map.entry("java.net.InetAddress", Set.of("getAllByName", "getByName")),
            Map.entry("java.net.ServerSocket", Set.of("accept")),
            Map.entry("java.net.Socket", Set.of("connect")),
            Map.entry("java.net.URL", Set.of("getContent", "openStream")),
            Map.entry("java.net.http.HttpClient", Set.of("send")),
            Map.entry("java.nio.channels.Selector", Set.of("select")),
            Map.entry(
                    "java.nio.file.Files",
                    Set.of(
                            "copy",
                            "find",
                            "lines",
                            "list",
                            "mismatch",
                            "readAllBytes",
                            "readAllLines",
                            "readString",
                            "walk",
                            "walkFileTree",
                            "write",
                            "writeString")),
            Map.entry("java.sql.Connection", Set.of("commit", "rollback")),
            Map.entry("java.sql.DriverManager", Set.of("getConnection")),
            Map.entry(
                    "java.sql.PreparedStatement",
                    Set.of("execute", "executeLargeUpdate", "executeQuery", "executeUpdate")),
            Map.entry("java.sql.ResultSet", Set.of("next")),
            Map.entry(
                    "java.sql.Statement",
                    Set.of(
                            "execute",
                            "executeBatch",
                            "executeLargeBatch",
                            "executeLargeUpdate",
                            "executeQuery",
                            "executeUpdate")),
            Map.entry("java.util.concurrent.BlockingDeque", Set.of("putFirst", "putLast", "takeFirst", "takeLast")),
            Map.entry("java.util.concurrent.BlockingQueue", Set.of("put", "take")),
            Map.entry("java.util.concurrent.CompletableFuture", Set.of("join")),
            Map.entry("java.util.concurrent.CompletionService", Set.of("take")),
            Map.entry("java.util.concurrent.CountDownLatch", Set.of("await")),
            Map.entry("java.util.concurrent.CyclicBarrier", Set.of("await")),
            Map.entry("java.util.concurrent.Exchanger", Set.of("exchange")),
            Map.entry(
                    "java.util.concurrent.ExecutorService",
                    Set.of("awaitTermination", "close", "invokeAll", "invokeAny")),
            Map.entry("java.util.concurrent.ForkJoinPool", Set.of("awaitQuiescence", "invoke")),
            Map.entry("java.util.concurrent.ForkJoinTask", Set.of("join", "invoke")),
            Map.entry("java.util.concurrent.Future", Set.of("get")),
            Map.entry("java.util.concurrent.Phaser", Set.of("arriveAndAwaitAdvance", "awaitAdvance")),
            Map.entry("java.util.concurrent.Semaphore", Set.of("acquire", "acquireUninterruptibly")),
            Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep")),
            Map.entry("java.util.concurrent.TransferQueue", Set.of("transfer")),
            Map.entry(
                    "java.util.concurrent.locks.Condition",
                    Set.of("await", "awaitNanos", "awaitUninterruptibly", "awaitUntil")),
            Map.entry("java.util.concurrent.locks.Lock", Set.of("lock", "lockInterruptibly")),
            Map.entry("java.util.concurrent.locks.LockSupport", Set.of("park", "parkNanos", "parkUntil")),
            Map.entry(
                    "java.util.concurrent.locks.StampedLock",
                    Set.of("readLock", "readLockInterruptibly", "writeLock", "writeLockInterruptibly")),
            Map.entry("javax.sql.DataSource", Set.of("getConnection")));

    /** Those that wait if they are given a time. */
    private static final Map<String, Set<String>> WAITING = Map.of(
            "java.util.concurrent.BlockingDeque", Set.of("offerFirst", "offerLast", "pollFirst", "pollLast"),
            "java.util.concurrent.BlockingQueue", Set.of("offer", "poll"),
            "java.util.concurrent.CompletionService", Set.of("poll"),
            "java.util.concurrent.Semaphore", Set.of("tryAcquire"),
            "java.util.concurrent.locks.Lock", Set.of("tryLock"),
            "java.util.concurrent.locks.StampedLock", Set.of("tryReadLock", "tryWriteLock"));

    private static final Map<String, Set<String>> READING = Map.of(
            "java.io.InputStream", Set.of("read", "readAllBytes", "readNBytes", "skip", "skipNBytes", "transferTo"));

    private final MethodSource source;
    private final Attribution attribution;
    private final Overrides overrides;
    private final Reporter reporter;

    BlockingCallRule(MethodSource source, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.attribution = attribution;
        this.overrides = new Overrides(attribution);
        this.reporter = reporter;
    }

    @Override
    public void check(Node node) {
        if (node instanceof MethodCallExpr call
                && attribution.elementOf(call) instanceof ExecutableElement method
                && blocks(call, method)
                && !Place.of(call, source.declaration()).isNested()) {
            TypeElement owner = (TypeElement) method.getEnclosingElement();
            reporter.report(Problem.BLOCKING_CALL, source, call, owner.getSimpleName() + "." + method.getSimpleName());
        }
    }

    private boolean blocks(MethodCallExpr call, ExecutableElement method) {
        return overrides.anyOf(method, BLOCKING)
                || isTimed(method) && overrides.anyOf(method, WAITING)
                || isOfConsole(call, method);
    }

    private static boolean isTimed(ExecutableElement method) {
        return method.getParameters().stream()
                .anyMatch(parameter -> parameter.asType().toString().equals("java.util.concurrent.TimeUnit"));
    }

    /** Of other streams it is not known whether they wait. */
    private boolean isOfConsole(MethodCallExpr call, ExecutableElement method) {
        return overrides.anyOf(method, READING)
                && call.getScope()
                        .map(attribution::elementOf)
                        .filter(field -> field.getSimpleName().contentEquals("in")
                                && field.getEnclosingElement() instanceof TypeElement system
                                && system.getQualifiedName().contentEquals("java.lang.System"))
                        .isPresent();
    }
}
