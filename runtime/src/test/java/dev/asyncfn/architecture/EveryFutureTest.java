package dev.asyncfn.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.stream.Sink;
import dev.asyncfn.stream.Stream;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is true of all futures, streams and sinks of the runtime. */
@Tag("one-jdk")
class EveryFutureTest {
    /** What may be the user's, and so may have a cleanup that awaits. */
    private static final List<Class<?>> OWNED =
            List.of(Future.class, TryFuture.class, Stream.class, Sink.class, JoinHandle.class, FuturesUnordered.class);

    /**
     * Those that only borrow it, and leave it as it is when they are dropped; handles of tasks, whose future the executor drops; and those
     * whose other future is one of the runtime that has no cleanup.
     */
    private static final List<String> BORROWERS = List.of(
            "executor.Task",
            "future.NextValue",
            "stream.Next",
            "stream.SendItem",
            "stream.Settle",
            "sync.RateAcquire",
            "sync.WatchWaitFor");

    @Test
    void whatOwnsAnotherPassesPollDropOn() {
        TreeSet<String> withDefault = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.asyncfn")) {
            if (isOfTheRuntime(type) && isDropped(type) && hasOthers(type) && !declaresPollDrop(type)) {
                withDefault.add(type.getName().substring("dev.asyncfn.".length()));
            }
        }
        assertThat(withDefault).containsExactlyElementsOf(BORROWERS);
    }

    /** The package above is the api's. */
    private static boolean isOfTheRuntime(JavaClass type) {
        return !type.getPackageName().equals("dev.asyncfn");
    }

    private static boolean isDropped(JavaClass type) {
        return !type.isInterface()
                && (type.isAssignableTo(Future.class)
                        || type.isAssignableTo(Stream.class)
                        || type.isAssignableTo(Sink.class));
    }

    private static boolean hasOthers(JavaClass type) {
        return type.getAllFields().stream()
                .anyMatch(field -> OWNED.stream().anyMatch(field.getRawType()::isEquivalentTo));
    }

    private static boolean declaresPollDrop(JavaClass type) {
        return type.getAllMethods().stream()
                .anyMatch(method -> method.getName().equals("pollDrop")
                        && !method.getOwner().isInterface());
    }
}
