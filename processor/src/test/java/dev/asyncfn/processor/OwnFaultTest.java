package dev.asyncfn.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.asyncfn.processor.UserClassPath.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.collect.Collector;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.emit.FacadeText;
import dev.asyncfn.processor.emit.PrintedFile;
import dev.asyncfn.processor.emit.SourceMap;
import dev.asyncfn.processor.ir.BodyNames;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.options.Options;
import dev.asyncfn.processor.parse.UnparsableMethodException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Where this processor is wrong: javac goes on, and the user is told what to file. */
class OwnFaultTest {
    private static final JavaFileObject USERS = JavaFileObjects.forSourceLines(
            "demo.Users",
            "package demo;",
            "final class Users {",
            "    @dev.asyncfn.AsyncFn",
            "    int load(int id) { return id; }",
            "    @dev.asyncfn.AsyncFn",
            "    void store() {}",
            "}");

    /** Runs a part of the processor on the facade of {@code Users}. */
    private static Compilation compile(BiConsumer<Part, Collector.Collected> test) {
        return javac().withProcessors(new Part(test)).compile(USERS);
    }

    private static final class Part extends AbstractProcessor {
        private final BiConsumer<Part, Collector.Collected> test;
        private Diagnostics diagnostics;
        private FailureReports failures;
        private UntypableWatch watch;

        Part(BiConsumer<Part, Collector.Collected> test) {
            this.test = test;
        }

        /** The stages of bodies, without a parser and a compiler. */
        BodyStages bodies() {
            return new BodyStages(
                    null, null, Options.read(Map.of(), error -> {}), diagnostics, failures, null, watch, type -> true);
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!round.processingOver()) {
                Trees trees = Trees.instance(processingEnv);
                diagnostics = new Diagnostics(trees);
                failures = new FailureReports(trees, diagnostics);
                watch = UntypableWatch.of(processingEnv, type -> true);
                Collector collector = new Collector(
                        processingEnv.getElementUtils(), processingEnv.getTypeUtils(), trees, diagnostics);
                test.accept(this, collector.collect(ElementFilter.typesIn(round.getRootElements()), true));
                diagnostics.flush();
            }
            return false;
        }
    }

    @Test
    void stageThatThrowsIsReportedOnTheMethodWithWhatToFile() {
        Compilation compilation = compile((part, collected) -> {
            part.bodies().read(collected);
        });
        assertThat(compilation).hadErrorCount(2);
        for (String told : List.of(
                "[asyncfn:internal_error]",
                "java.lang.NullPointerException",
                "java " + System.getProperty("java.version"),
                "    at dev.asyncfn.processor.BodyStages.parse",
                "    int load(int id) { return id; }")) {
            assertThat(compilation)
                    .hadErrorContaining(told)
                    .inFile(USERS)
                    .onLine(4)
                    .atColumn(9);
        }
        assertThat(compilation).hadErrorContainingMatch("asyncfn \\d+\\.\\d+\\S* failed on the async fn `load`");
    }

    @Test
    void errorsThatOnlyTheInnerCompilerFindsFailTheCompilation() {
        Compilation compilation = compile((part, collected) -> {
            AsyncMethod load = collected.facades().get(0).methods().get(0);
            part.watch.expectErrors(load.element(), List.of("Users.java:4: incompatible types"), true);
        });
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("[asyncfn:untypable_fn]")
                .inFile(USERS)
                .onLine(4)
                .atColumn(9);
        assertThat(compilation).hadErrorContaining("Users.java:4: incompatible types");
    }

    @Test
    void bodyThatCannotBeWrittenHarmsNoOther() {
        List<String> texts = new ArrayList<>();
        Compilation compilation = compile((part, collected) -> {
            List<Cfg> fns = collected.facades().get(0).methods().stream()
                    .map(OwnFaultTest::withItsNameAsWord)
                    .toList();
            part.bodies().write(fns, OwnFaultTest::failOnLoad).ifPresent(text -> texts.add(text.source()));
        });
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("failed on the async fn `load`: java.lang.IllegalStateException")
                .inFile(USERS)
                .onLine(4);
        Assertions.assertThat(texts).containsExactly("[[], [store]]");
    }

    private static Cfg withItsNameAsWord(AsyncMethod method) {
        Set<String> words = Set.of(method.element().getSimpleName().toString());
        BodyNames names = new BodyNames(words, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
        return new Cfg(method, null, null, List.of(), null, List.of(), List.of(), List.of(), names, false, Set.of());
    }

    /** Writes what stands in the bodies. */
    private static FacadeText failOnLoad(List<Cfg> fns) {
        List<Set<String>> words = fns.stream().map(fn -> fn.names().variables()).toList();
        if (words.contains(Set.of("load"))) {
            throw new IllegalStateException();
        }
        SourceMap nothing = new SourceMap(1, List.of(), List.of(), List.of());
        return new FacadeText(new PrintedFile(words.toString(), nothing), new SourceFile("", ""), "");
    }

    @Test
    void methodThatOnlyJavacCanParseFailsTheCompilation() {
        Compilation compilation = compile((part, collected) -> {
            AsyncMethod load = collected.facades().get(0).methods().get(0);
            part.watch.expectErrors(load.element(), new UnparsableMethodException("Parse error", 4, 9));
        });
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("[asyncfn:unparsable_fn]")
                .inFile(USERS)
                .onLine(4)
                .atColumn(9);
    }
}
