package dev.asyncfn.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the user's own code javac says, in the same words and places as without this processor, and alone. */
class ErrorsOfOthersTest {
    /** Names the facade of each of the broken files: it is there, whatever is wrong with the file. */
    private static final JavaFileObject CALLER =
            JavaFileObjects.forSourceLines("Caller", "class Caller { Object o = QAsync.g(null); }");

    private static Path folder() throws URISyntaxException {
        return Path.of(ErrorsOfOthersTest.class.getResource("/sources/broken").toURI());
    }

    static List<String> broken() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static JavaFileObject source(String file) throws IOException, URISyntaxException {
        return JavaFileObjects.forSourceString("Q", Files.readString(folder().resolve(file)));
    }

    private static List<String> without(List<String> options, JavaFileObject... files) {
        List<String> all = new ArrayList<>(options);
        all.add("-proc:none");
        return said(UserClassPath.javac().withOptions(all).compile(files));
    }

    private static List<String> with(List<String> options, Processor processor, JavaFileObject... files) {
        return said(UserClassPath.javac()
                .withOptions(options)
                .withProcessors(processor)
                .compile(files));
    }

    /** Found by its services file, alone on its path. */
    private static Processor alone() {
        return new AsyncFnProcessor(new OtherProcessors(false, false));
    }

    private static List<String> said(Compilation compilation) {
        return compilation.diagnostics().stream()
                .map(d -> d.getKind() + " " + d.getLineNumber() + ":" + d.getColumnNumber() + " "
                        + d.getMessage(Locale.ROOT))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void javacSaysTheSame(String file) throws Exception {
        assertThat(with(List.of(), alone(), source(file), CALLER))
                .isNotEmpty()
                .containsExactlyElementsOf(without(List.of(), source(file)));
    }

    /** This way javac also says what is wrong with the flow of control where there are errors of other kinds. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "FlowInTheFnsAndTypesElsewhere.java",
                "MissingTypeInTheFn.java",
                "ThrowsAMissingType.java",
                "TypesInAnotherMethod.java"
            })
    void javacSaysTheSameWhereItGoesOnAfterErrors(String file) throws Exception {
        List<String> options = List.of("-XDshould-stop.ifError=FLOW");
        assertThat(with(options, alone(), source(file), CALLER))
                .containsExactlyElementsOf(without(options, source(file)));
    }

    @Test
    void javacSaysTheSameWhereItStopsEarly() throws Exception {
        List<String> options = List.of("-XDshould-stop.ifNoError=ATTR");
        assertThat(with(options, alone(), source("FlowInTheFns.java"), CALLER)).isEmpty();
    }

    /** It waits for types until the last round, and javac warns of what is written then. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"FieldOfAMissingType.java", "FlowInAnotherClass.java", "MissingTypeInTheFn.java"})
    void javacHasTheSameErrorsBesideOtherProcessors(String file) throws Exception {
        assertThat(with(List.of(), new AsyncFnProcessor(), source(file), CALLER))
                .filteredOn(said -> !said.startsWith(Diagnostic.Kind.WARNING.name()))
                .containsExactlyElementsOf(without(List.of(), source(file)));
    }

    /** It stops at the declaration, so that nobody misses the facade, though it is named. */
    @Test
    void javacSaysTheSameOfADeclarationBesideOtherProcessors() throws Exception {
        assertThat(with(List.of(), new AsyncFnProcessor(), source("FieldOfAMissingType.java"), CALLER))
                .containsExactlyElementsOf(without(List.of(), source("FieldOfAMissingType.java")));
    }

    /** Nobody needs the facade, so that there is nothing to warn of. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"FieldOfAMissingType.java", "MissingTypeInTheFn.java", "ThrowsAMissingType.java"})
    void javacSaysTheSameBesideOtherProcessorsIfNobodyNamesTheFacade(String file) throws Exception {
        assertThat(with(List.of(), new AsyncFnProcessor(), source(file)))
                .containsExactlyElementsOf(without(List.of(), source(file)));
    }

    private static final JavaFileObject EXTENDS_GEN = JavaFileObjects.forSourceLines(
            "Q",
            "class Q {",
            "    static class S extends Gen {}",
            "    @dev.asyncfn.AsyncFn",
            "    static Object g(String s) { return s; }",
            "}");

    /** Its facade waits for the superclass, which never comes. */
    @Test
    void javacSaysTheSameOfASuperclassThatDoesNotExist() {
        assertThat(with(List.of(), new AsyncFnProcessor(), EXTENDS_GEN))
                .containsExactlyElementsOf(without(List.of(), EXTENDS_GEN));
    }

    /** javac itself has looked for it before. */
    @Test
    void aSuperclassThatIsWrittenInTheLastRoundIsMissedByJavac() {
        Compilation compilation = UserClassPath.javac()
                .withProcessors(new AsyncFnProcessor(), new LastRoundProcessor("Gen", "class Gen {}"))
                .compile(EXTENDS_GEN);
        assertThat(said(compilation).stream().filter(said -> said.startsWith("ERROR")))
                .singleElement(STRING)
                .startsWith("ERROR 2:28 cannot find symbol");
    }

    /** A scratch file in the folder where javac is started, which no class of a package can name. */
    @Test
    void filesOfTheUnnamedPackageAreNotReadForOtherPackages(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Scratch.java"), "class Scratch { int ; }}");
        JavaFileObject file = JavaFileObjects.forSourceLines(
                "demo.Q",
                "package demo;",
                "class Q {",
                "    @dev.asyncfn.AsyncFn",
                "    static void g(String s) {}",
                "}");
        assertThat(with(List.of("-sourcepath", sources.toString()), alone(), file))
                .isEmpty();
    }

    /** javac does not look into bodies then, and would pass what has no future. */
    @Test
    void aBodyThatDoesNotCompileFailsACompilationOfProcessorsOnly() throws Exception {
        assertThat(with(List.of("-proc:only"), alone(), source("TypesInTheFn.java")))
                .singleElement(STRING)
                .startsWith("ERROR 16:16 [asyncfn:broken_fn]")
                .contains("Q.java:17: incompatible types", "Q.java:18: cannot find symbol");
    }

    @Test
    void otherBodiesDoNotMatterToProcessors() throws Exception {
        assertThat(with(List.of("-proc:only"), alone(), source("TypesInAnotherMethod.java"), CALLER))
                .isEmpty();
    }

    @Test
    void whatJavacReportsInDeclarationsFailsACompilationOfProcessorsOnly() throws Exception {
        List<String> options = List.of("-proc:only");
        JavaFileObject file = source("FieldOfAMissingType.java");
        assertThat(with(options, alone(), file)).isEqualTo(without(List.of(), file));
    }

    private static final JavaFileObject USES_GEN = JavaFileObjects.forSourceLines(
            "Q",
            "class Q {",
            "    @dev.asyncfn.AsyncFn",
            "    static Object g(String s) { return s; }",
            "    @dev.asyncfn.AsyncFn",
            "    static Object h() { return new Gen(); }",
            "}");

    /** The facade comes too late to be processed, but the compiler takes it. */
    @Test
    void aTypeThatIsWrittenInTheLastRoundIsMissedByTheFnsThatNameIt() {
        Compilation compilation = UserClassPath.javac()
                .withProcessors(new AsyncFnProcessor(), new LastRoundProcessor("Gen", "class Gen {}"))
                .compile(USES_GEN, CALLER);
        assertThat(said(compilation).stream().filter(said -> said.startsWith("ERROR")))
                .singleElement(STRING)
                .startsWith("ERROR 5:19 [asyncfn:late_type]")
                .contains("Q.java:5: cannot find symbol");
    }

    @Test
    void soItIsIfNobodyNamesTheFacade() {
        Compilation compilation = UserClassPath.javac()
                .withProcessors(new AsyncFnProcessor(), new LastRoundProcessor("Gen", "class Gen {}"))
                .compile(USES_GEN);
        assertThat(said(compilation).stream().filter(said -> said.startsWith("ERROR")))
                .singleElement(STRING)
                .startsWith("ERROR 5:19 [asyncfn:late_type]");
    }

    /** javac itself has looked for it before. */
    @Test
    void aTypeThatIsWrittenInTheLastRoundIsMissedInSignaturesByJavac() {
        Compilation compilation = UserClassPath.javac()
                .withProcessors(new AsyncFnProcessor(), new LastRoundProcessor("Gen", "class Gen {}"))
                .compile(JavaFileObjects.forSourceLines(
                        "Q", "class Q {", "    @dev.asyncfn.AsyncFn", "    static void g(Gen gen) {}", "}"));
        assertThat(said(compilation).stream().filter(said -> said.startsWith("ERROR")))
                .singleElement(STRING)
                .startsWith("ERROR 3:19 cannot find symbol");
    }

    @Test
    void whatIsWrongInAFileOfAnotherProcessorIsSaidByJavac() {
        Compilation compilation = UserClassPath.javac()
                .withProcessors(new AsyncFnProcessor(), new LastRoundProcessor("Gen", "class Gen { int m() { } }"))
                .compile(JavaFileObjects.forSourceLines(
                        "Q", "class Q {", "    @dev.asyncfn.AsyncFn", "    static void g(Object o) {}", "}"));
        assertThat(said(compilation).stream().filter(said -> said.startsWith("ERROR")))
                .containsExactly("ERROR 1:23 missing return statement");
    }
}
