package dev.asyncfn.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabCompilerTest {
    private static final LabCompiler COMPILER = new LabCompiler();

    private static final String HEAD = "import static dev.asyncfn.Async.await;\nimport dev.asyncfn.*;\n";

    @Test
    void compilesToClassesAndMaps() {
        LabCompiler.Result result = COMPILER.compile(
                "package app;\n" + HEAD + "class A { @AsyncFn static int f() { return await(Future.ready(1)); } }");
        assertThat(result.problems()).isEmpty();
        assertThat(result.classes()).containsKeys("app.A", "app.AAsync", "app.AAsync$FFuture");
        assertThat(result.maps()).containsOnlyKeys("app.AAsync");
        assertThat(result.isRunnable()).isTrue();
    }

    @Test
    void anErrorStandsOnItsLineInTheEditor() {
        LabCompiler.Result result = COMPILER.compile("// file: B.java\nclass B {}\n// file: A.java\n" + HEAD
                + "class A {\n    @AsyncFn static synchronized int f() { return 1; }\n}");
        assertThat(result.isRunnable()).isFalse();
        LabCompiler.Problem problem = result.problems().get(0);
        assertThat(problem.line()).isEqualTo(7);
        assertThat(problem.error()).isTrue();
        assertThat(problem.endColumn()).isGreaterThan(problem.column());
        assertThat(problem.message()).contains("synchronized");
    }

    @Test
    void errorsComeBeforeWarnings() {
        LabCompiler.Result result =
                COMPILER.compile("import java.util.*;\nclass A { List raw = new ArrayList();\n int x = \"\"; }");
        assertThat(result.problems().get(0).error()).isTrue();
    }

    @Test
    void nothingOfOneCompilationIsSeenByTheNext() {
        assertThat(COMPILER.compile("class Left {}").problems()).isEmpty();
        assertThat(COMPILER.compile("class Right { Left left; }").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("Left"));
    }

    @Test
    void aClassThatPassesForAGeneratedOneIsRefused() {
        LabCompiler.Result result = COMPILER.compile(HEAD
                + "class A { @AsyncFn static int f() { return await(Future.ready(1)); } }\nclass AAsync$Bridge {}");
        assertThat(result.isRunnable()).isFalse();
        assertThat(result.problems().get(0).message()).contains("AAsync$Bridge needs a name without $");
    }

    @Test
    void anEmptyEditorIsNoError() {
        assertThat(COMPILER.compile("").problems()).isEmpty();
        assertThat(COMPILER.compile("").isRunnable()).isFalse();
    }
}
