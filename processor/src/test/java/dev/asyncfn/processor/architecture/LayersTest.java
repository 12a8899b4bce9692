package dev.asyncfn.processor.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data flows one way through the stages, and inside a stage from class to class. */
@Tag("one-jdk")
class LayersTest {
    private static final String ROOT = "dev.asyncfn.processor";

    /** Each package and those that it may use, in the order of the pipeline. A package that is not named here may use all. */
    private static final List<List<String>> LAYERS = List.of(
            List.of("model"),
            List.of("diag", "model"),
            List.of("options", "diag"),
            List.of("collect", "model", "diag"),
            List.of("parse", "model", "diag"),
            List.of("attribute", "model", "collect", "parse"),
            List.of("check", "model", "diag", "options", "collect", "parse", "attribute"),
            List.of("plan", "model", "diag", "collect", "parse", "attribute", "check"),
            List.of("ir", "model", "parse", "attribute"),
            List.of("translate", "model", "diag", "collect", "parse", "attribute", "plan", "ir"),
            List.of("lower", "model", "diag", "collect", "parse", "attribute", "check", "plan", "ir", "translate"),
            List.of("analyze", "ir"),
            List.of("emit", "model", "collect", "parse", "plan", "ir", "analyze"),
            List.of("map", "model", "parse", "ir", "analyze", "emit"),
            List.of("explorer", "map"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static Stream<Arguments> layers() {
        return LAYERS.stream().map(layer -> Arguments.of(layer.get(0), layer.subList(1, layer.size())));
    }

    @ParameterizedTest(name = "{0} uses {1}")
    @MethodSource("layers")
    void aPackageUsesOnlyThoseBeforeIt(String layer, List<String> used) {
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

    @ParameterizedTest
    @MethodSource("layers")
    void aStageDoesNotKnowWhatRunsIt(String layer, List<String> used) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + layer)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlace() {
        TreeSet<String> present = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!type.getPackageName().equals(ROOT)) {
                present.add(type.getPackageName().substring(ROOT.length() + 1));
            }
        }
        assertThat(present)
                .containsExactlyElementsOf(
                        LAYERS.stream().map(layer -> layer.get(0)).sorted().toList());
    }

    /** Syntax is nested, so that its classes must call each other; they do it through an interface of the package. */
    @ParameterizedTest
    @ValueSource(strings = {"plan", "translate", "lower", "analyze", "emit", "map", "check"})
    void noClassesOfAStageGoInCircles(String layer) {
        slices().assignedFrom(new TopLevelClassesOf(ROOT + "." + layer))
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void whatComesBeforeAndAfterTheTreesDoesNotKnowThem() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".collect", ROOT + ".ir", ROOT + ".analyze", ROOT + ".options")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.javaparser..")
                .check(CLASSES);
    }

    @Test
    void onlyTheEmitterPrintsJava() {
        classes()
                .that()
                .resideOutsideOfPackage(ROOT + ".emit")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("com.palantir.javapoet..")
                .check(CLASSES);
    }

    /** Each class with those nested in it is one slice. */
    private record TopLevelClassesOf(String packageName) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return outermost.getPackageName().equals(packageName)
                    ? SliceIdentifier.of(outermost.getSimpleName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "the classes of " + packageName;
        }
    }
}
