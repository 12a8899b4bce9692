package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The JVM runs the initializer of a class at its first use, and if there is no memory then, the class is broken for good. So an executor that
 * has run one task has initialized all that the others need for their end: else one full moment of the heap would break it, or the streams or
 * the loggers of the program.
 */
class EndsWithoutMemoryTest {
    /** Those without an initializer are marked: {@code (no method)}. */
    private static final Pattern INITIALIZED = Pattern.compile("Initializing '([^'+]+)[^']*' ");

    /** What is ours, and what a program cannot do without. The others are those of the lending executors, and of a thread that starts or ends. */
    private static final Pattern NEEDED =
            Pattern.compile("dev/asyncfn/.*|java/util/stream/.*|java/util/ServiceLoader.*|.*[Ll]ogg.*|.*/LockSupport");

    private static final Pattern PRINTING = Pattern.compile("java/(io|nio|lang/(?!invoke/)).*");

    @ParameterizedTest
    @EnumSource(AnyExecutor.Kind.class)
    void noClassIsInitializedForTheEndOfATaskOrOfItsExecutor(AnyExecutor.Kind kind) throws Exception {
        assertThat(initialized(kind, "fails"))
                .filteredOn(NEEDED.asMatchPredicate())
                .isEmpty();
    }

    /** Or a report that no handler takes would break {@code System.out} for the program. */
    @ParameterizedTest
    @EnumSource(AnyExecutor.Kind.class)
    void norToPrintWhatNobodyHandles(AnyExecutor.Kind kind) throws Exception {
        assertThat(initialized(kind, "prints"))
                .filteredOn(NEEDED.asMatchPredicate().or(PRINTING.asMatchPredicate()))
                .isEmpty();
    }

    private static List<String> initialized(AnyExecutor.Kind kind, String reports) throws Exception {
        String output = ChildJvm.run(EndsWithoutMemory.class, List.of("-Xlog:class+init=info"), kind.name(), reports);
        assertThat(output).endsWith("exit 0");
        String ends = output.substring(output.indexOf("$FirstTaskHasEnded'"), output.indexOf("$ExecutorHasEnded'"));
        return INITIALIZED.matcher(ends).results().map(found -> found.group(1)).toList();
    }
}
