package dev.asyncfn.processor.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.LastRoundProcessor;
import dev.asyncfn.processor.UserClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A class that comes after the futures, and hides one that they use by the same name, is an error at that name. */
class LateNamesTest {
    private static final JavaFileObject OTHER = JavaFileObjects.forSourceLines(
            "other.Thing",
            "package other;",
            "public class Thing extends RuntimeException {",
            "    public static class Part {}",
            "    public static class Sub extends Thing {}",
            "}");

    private static Processor thing() {
        return new WritingProcessor("demo.Thing", "public class Thing extends RuntimeException {}");
    }

    private static JavaFileObject app(String imports, String... members) {
        return JavaFileObjects.forSourceString(
                "demo.App",
                "package demo; import static dev.asyncfn.Async.await; import dev.asyncfn.*;\n" + imports
                        + "\nclass App {\n" + String.join("\n", members) + "\n}\n");
    }

    private static Compilation compile(Processor writer, JavaFileObject... files) {
        return UserClassPath.javac()
                .withProcessors(new AsyncFnProcessor(), writer)
                .compile(files);
    }

    private static List<String> errors(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> d.getLineNumber() + ":" + d.getColumnNumber() + " " + d.getMessage(Locale.ROOT))
                .toList();
    }

    private static final String IN_EXPRESSION = """
        @AsyncFn static String f() {
            return await(Future.ready("" + new Thing()));
        }""";

    /** Imports, the class, and where its name is. */
    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("import other.*;", IN_EXPRESSION, "5:40"),
                Arguments.of("import static other.Thing.*;", IN_EXPRESSION.replace("Thing", "Part"), "5:40"),
                Arguments.of("import other.Thing.*;", IN_EXPRESSION.replace("Thing", "Part"), "5:40"),
                Arguments.of("import static other.Thing.Sub.*;", IN_EXPRESSION.replace("Thing", "Part"), "5:40"),
                Arguments.of("import other.*;", "@AsyncFn static void f(Thing t) {}", "4:24"),
                Arguments.of("import other.*;", "@AsyncFn static <T extends Thing> void f(T t) {}", "4:28"),
                Arguments.of("import other.*;", "@AsyncFn static Thing f() { return null; }", "4:17"),
                Arguments.of(
                        "import other.*;",
                        "@AsyncFn static void f() { try { await(Future.ready(1)); } catch (Thing t) { await(Future.ready(t)); } }",
                        "4:67"),
                Arguments.of(
                        "import other.*;",
                        "static Thing thing;\n@AsyncFn static String f() { var t = thing; await(Future.ready(1)); return \"\" + t; }",
                        "4:8"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("names")
    void namesThatAreHiddenLater(String imports, String members, String place) {
        String simple = members.contains("Thing") ? "Thing" : "Part";
        Processor writer = new WritingProcessor("demo.First", "class First {}")
                .then(
                        "demo." + simple,
                        "public class NAME extends RuntimeException { static NAME valueOf(int i) { return null; } }"
                                .replace("NAME", simple));
        assertThat(errors(compile(writer, app(imports, members), OTHER)))
                .singleElement(STRING)
                .startsWith(place + " [asyncfn:late_name] `" + simple + "` was `")
                .endsWith("import the class that you mean by its name, such as `import demo." + simple + ";`");
    }

    /** Nothing is hidden by what is written then. */
    static Stream<Arguments> sameMeaning() {
        return Stream.of(
                Arguments.of("import other.*; import other.Thing;", IN_EXPRESSION),
                Arguments.of("import other.*; import demo.Thing;", IN_EXPRESSION),
                Arguments.of("import other.*;", "static class Thing {}\n" + IN_EXPRESSION),
                Arguments.of(
                        "import other.*;",
                        IN_EXPRESSION.replace("f()", "f(String Thing)").replace("new Thing()", "Thing")),
                Arguments.of(
                        "import other.*;",
                        IN_EXPRESSION.replace("static", "static <Thing>").replace("new Thing()", "(Thing) null")),
                Arguments.of("import other.*;", IN_EXPRESSION.replace("new Thing()", "new other.Thing()")),
                Arguments.of("", IN_EXPRESSION.replace("new Thing()", "new RuntimeException(\"Thing\")")),
                Arguments.of("import other.*;", "Thing unused;\n" + IN_EXPRESSION.replace("new Thing()", "1")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("sameMeaning")
    void namesThatMeanTheSame(String imports, String members) {
        assertThat(errors(compile(thing(), app(imports, members), OTHER))).isEmpty();
    }

    @Test
    void aFacadeThatIsGeneratedLater() {
        JavaFileObject facade = JavaFileObjects.forSourceLines(
                "other.LaterAsync",
                "package other;",
                "public class LaterAsync {",
                "    public static dev.asyncfn.Future<String> g() { return null; }",
                "}");
        Processor writer = new WritingProcessor(
                "demo.Later", "class Later { @dev.asyncfn.AsyncFn static String g() { return \"demo\"; } }");
        JavaFileObject app = app("import other.*;", "@AsyncFn static String f() { return await(LaterAsync.g()); }");
        assertThat(errors(compile(writer, app, facade)))
                .singleElement(STRING)
                .startsWith("4:43 [asyncfn:late_name] `LaterAsync` was `other.LaterAsync`");
    }

    /** It waits for a class that another processor writes, and so does the body that names it. */
    @Test
    void aFacadeThatWaits() {
        JavaFileObject facade = JavaFileObjects.forSourceLines(
                "other.LaterAsync",
                "package other;",
                "public class LaterAsync {",
                "    public static dev.asyncfn.Future<String> g(Object o) { return null; }",
                "}");
        JavaFileObject namedAsWell = JavaFileObjects.forSourceLines(
                "other.AppAsync",
                "package other;",
                "public class AppAsync {",
                "    public static dev.asyncfn.Future<String> f() { return null; }",
                "}");
        JavaFileObject later = JavaFileObjects.forSourceLines(
                "demo.Later",
                "package demo;",
                "class Later {",
                "    @dev.asyncfn.AsyncFn static String g(Gen gen) { return \"demo\"; }",
                "}");
        JavaFileObject second = JavaFileObjects.forSourceLines(
                "demo.Second",
                "package demo;",
                "import other.*;",
                "class Second {",
                "    @dev.asyncfn.AsyncFn static String h() { return dev.asyncfn.Async.await(AppAsync.f()); }",
                "}");
        JavaFileObject app = app("import other.*;", "@AsyncFn static String f() { return await(LaterAsync.g(null)); }");
        Compilation compilation =
                compile(new WritingProcessor("demo.Gen", "class Gen {}"), app, facade, namedAsWell, later, second);
        assertThat(errors(compilation)).isEmpty();
        assertThat(facadeOf(compilation, "App")).contains("LaterAsync.GFuture").doesNotContain("other.");
        assertThat(facadeOf(compilation, "Second")).contains("AppAsync.FFuture").doesNotContain("other.");
    }

    /** Whether the class has a facade is known when its superclass has come. */
    @Test
    void aFacadeOfAClassThatMayJoin() {
        JavaFileObject facade = JavaFileObjects.forSourceLines(
                "other.LaterAsync",
                "package other;",
                "public class LaterAsync {",
                "    public static dev.asyncfn.Future<String> g(Object o) { return null; }",
                "}");
        JavaFileObject later = JavaFileObjects.forSourceLines(
                "demo.Later",
                "package demo;",
                "interface Getter { @dev.asyncfn.AsyncFn String g(); }",
                "abstract class Base { @dev.asyncfn.AsyncFn public String g() { return \"base\"; } }",
                "class Later extends Gen implements Getter {}");
        JavaFileObject app = app(
                "import other.*;",
                "@AsyncFn static String f() { return await(Future.ready(1)) + LaterAsync.class.getName(); }");
        Compilation compilation =
                compile(new WritingProcessor("demo.Gen", "class Gen extends Base {}"), app, facade, later);
        assertThat(errors(compilation)).isEmpty();
        assertThat(facadeOf(compilation, "App")).doesNotContain("other.");
    }

    private static String facadeOf(Compilation compilation, String owner) {
        try {
            return compilation
                    .generatedSourceFile("demo." + owner + "Async")
                    .orElseThrow()
                    .getCharContent(false)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Generated code names it, though the body does not. */
    @Test
    void aClassOfTheNameOfOneOfJavaLang() {
        JavaFileObject app = app("", "@AsyncFn static String f() { return await(Future.ready(\"x\")); }");
        assertThat(errors(compile(new WritingProcessor("demo.Object", "class Object {}"), app)))
                .singleElement(STRING)
                .startsWith("3:1 [asyncfn:outdated_facade]");
        assertThat(errors(compile(new WritingProcessor("demo.Runtime", "class Runtime {}"), app)))
                .isEmpty();
    }

    @Test
    void aClassThatIsWrittenInTheLastRound() {
        Processor writer =
                new LastRoundProcessor("demo.Thing", "package demo; class Thing extends RuntimeException {}");
        assertThat(errors(compile(writer, app("import other.*;", IN_EXPRESSION), OTHER)))
                .singleElement(STRING)
                .startsWith("5:40 [asyncfn:late_name] `Thing` was `other.Thing`");
        Processor again = new LastRoundProcessor("demo.Thing", "package demo; class Thing extends RuntimeException {}");
        assertThat(errors(compile(again, app("import other.*;", "static class Thing {}\n" + IN_EXPRESSION), OTHER)))
                .isEmpty();
    }

    /** What the class was cannot be imported from its package, but the other one can. */
    @Test
    void theUnnamedPackage() {
        JavaFileObject app = JavaFileObjects.forSourceLines(
                "App",
                "import other.*;",
                "class App {",
                "    @dev.asyncfn.AsyncFn static Object f() { return new Thing(); }",
                "}");
        assertThat(errors(compile(new LastRoundProcessor("Thing", "class Thing {}"), app, OTHER)))
                .singleElement(STRING)
                .startsWith("3:57 [asyncfn:late_name]")
                .endsWith("such as `import other.Thing;`");
    }

    /** Its own code does not compile any more: javac says so, alone. */
    @Test
    void aClassThatMakesTheBodyAnError() {
        Processor writer = new WritingProcessor("demo.Thing", "class Thing { private Thing() {} }");
        assertThat(errors(compile(writer, app("import other.*;", IN_EXPRESSION), OTHER)))
                .singleElement(STRING)
                .startsWith("5:36 Thing() has private access in demo.Thing");
    }

    /** The class that lacks its superclass is named in another file only. */
    @Test
    void anInheritedOverloadThatComesLater() {
        JavaFileObject second = JavaFileObjects.forSourceLines(
                "demo.Second",
                "package demo;",
                "class Second {",
                "    static class Sub extends Gen { Object k(Object o) { return o; } }",
                "    static Sub make() { return new Sub(); }",
                "    @dev.asyncfn.AsyncFn static void g() {}",
                "}");
        JavaFileObject app = app(
                "",
                "@AsyncFn static String f() { var r = Second.make().k(\"x\"); await(Future.ready(1)); return \"\" + r; }");
        Processor writer = new WritingProcessor("demo.Gen", "class Gen { Integer k(String s) { return 7; } }");
        assertThat(errors(compile(writer, app, second)))
                .singleElement(STRING)
                .startsWith("3:1 [asyncfn:outdated_facade]");
        Processor again = new WritingProcessor("demo.Gen", "class Gen { Integer h(String s) { return 7; } }");
        assertThat(errors(compile(again, app, second))).isEmpty();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void importedModules() {
        Processor writer = new WritingProcessor("demo.Ticket", "class Ticket {}").then("demo.UUID", "class UUID {}");
        JavaFileObject app = app("import module java.base;", "@AsyncFn static Object f(UUID id) { return id; }");
        assertThat(errors(compile(writer, app)))
                .singleElement(STRING)
                .startsWith("4:26 [asyncfn:late_name] `UUID` was `java.util.UUID`");
    }
}
