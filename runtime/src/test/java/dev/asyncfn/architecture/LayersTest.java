package dev.asyncfn.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.asyncfn.executor.ThreadPool;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each package of the runtime uses only those below it. */
@Tag("one-jdk")
class LayersTest {
    private static final String ROOT = "dev.asyncfn";

    /** Each package and those that it may use, the lowest first. All may use the api, which is the package {@code dev.asyncfn}. */
    private static final List<List<String>> LAYERS = List.of(
            List.of("failure"),
            List.of("thread"),
            List.of("transfer", "failure"),
            List.of("waker", "failure"),
            List.of("collection", "failure"),
            List.of("time", "failure", "thread", "waker"),
            List.of("sync", "failure", "waker", "collection", "time"),
            List.of("future", "failure", "waker", "time"),
            List.of("executor", "failure", "thread", "waker", "collection", "time", "sync", "future"),
            List.of("stream", "failure", "waker", "collection", "time", "executor", "future"),
            List.of("interop", "failure", "executor", "stream"),
            List.of("io", "failure", "waker", "time", "future", "stream", "transfer"),
            List.of("tls", "failure", "waker", "executor", "io", "transfer"),
            List.of("net", "failure", "thread", "waker", "time", "executor", "io", "transfer"),
            List.of("test", "failure", "waker", "time", "executor"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static Stream<Arguments> layers() {
        return LAYERS.stream().map(layer -> Arguments.of(layer.get(0), layer.subList(1, layer.size())));
    }

    @ParameterizedTest(name = "{0} uses {1}")
    @MethodSource("layers")
    void aPackageUsesOnlyThoseBelowIt(String layer, List<String> used) {
        String[] others = LAYERS.stream()
                .map(other -> other.get(0))
                .filter(other -> !other.equals(layer) && !used.contains(other))
                .map(other -> ROOT + "." + other)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + layer)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @Test
    void noPackagesGoInCircles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlace() {
        TreeSet<String> present = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!type.getPackageName().equals(ROOT)) { // which is the api's
                present.add(type.getPackageName().substring(ROOT.length() + 1));
            }
        }
        assertThat(present)
                .containsExactlyElementsOf(
                        LAYERS.stream().map(layer -> layer.get(0)).sorted().toList());
    }

    /** By an assignment, which would lose what others write at the same time. */
    @Test
    void nothingButItsTransitionsChangesTheStateOfATask() {
        String state = ROOT + ".executor.TaskState";
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(state)
                .should()
                .setField(state, "word")
                .check(CLASSES);
    }

    @Test
    void packagesOfOurOwnAreNotExported() {
        ModuleDescriptor module = ThreadPool.class.getModule().getDescriptor();
        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .doesNotContain(
                        ROOT + ".failure", ROOT + ".thread", ROOT + ".waker", ROOT + ".collection", ROOT + ".transfer")
                .hasSize(LAYERS.size() - 5);
    }
}
