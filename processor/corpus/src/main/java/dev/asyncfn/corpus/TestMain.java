package dev.asyncfn.corpus;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests of one library in this JVM, whose class path decides what they test, and writes a file of what became
 * of each.
 */
public final class TestMain {
    static final String SUSPENSIONS = "suspensions";
    static final String PASSED = "passed";

    /** A test that takes longer is named in the log. */
    private static final long SLOW_SECONDS = 5;

    private TestMain() {}

    /** @param args the folder of the test classes, the file to write, and the methods to leave out */
    public static void main(String[] args) throws IOException {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClasspathRoots(Set.of(Path.of(args[0]))))
                .filters(
                        includeClassNamePatterns("^(.*\\.)?(Test\\w*|\\w*Tests?|\\w*TestCase)$"),
                        leftOut(Arrays.asList(args).subList(2, args.length)))
                .build();
        Map<String, String> results = new ConcurrentHashMap<>();
        Map<String, Long> started = new ConcurrentHashMap<>();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionSkipped(TestIdentifier test, String reason) {
                if (test.isTest()) {
                    results.put(test.getUniqueId(), "skipped");
                }
            }

            @Override
            public void executionStarted(TestIdentifier test) {
                started.put(test.getUniqueId(), System.nanoTime());
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                long seconds = (System.nanoTime() - started.remove(test.getUniqueId())) / 1_000_000_000;
                if (seconds >= SLOW_SECONDS) {
                    System.out.println(seconds + " s: " + test.getUniqueId());
                }
                if (test.isTest() || result.getStatus() == TestExecutionResult.Status.FAILED) {
                    results.put(test.getUniqueId(), describe(result));
                }
            }
        });
        Properties file = new Properties();
        file.putAll(results);
        file.setProperty(SUSPENSIONS, Long.toString(Pending.suspensions()));
        try (var out = Files.newBufferedWriter(Path.of(args[1]))) {
            file.store(out, null);
        }
        System.exit(0); // whatever threads the tests left
    }

    private static PostDiscoveryFilter leftOut(List<String> methods) {
        return test -> test.getSource().orElse(null) instanceof MethodSource method
                        && methods.contains(method.getJavaClass().getSimpleName() + "." + method.getMethodName())
                ? FilterResult.excluded("left out")
                : FilterResult.included("");
    }

    private static String describe(TestExecutionResult result) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> PASSED;
            case ABORTED -> "aborted";
            case FAILED ->
                "failed: " + result.getThrowable().map(TestMain::trace).orElse("");
        };
    }

    private static String trace(Throwable failure) {
        var text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text, true));
        return text.toString();
    }
}
