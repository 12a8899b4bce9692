package dev.asyncfn.processor.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.UserClassPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A body means what it means when other processors have written their classes, wherever these are mentioned. */
class GeneratedTypesTest {
    /** Written only in the second round: it does not even exist when the first waiting is over. */
    private static final String GEN = """
        public class Gen {
            public static final String C = "gen";
            public int v() { return 7; }
            public enum E { A }
        }
        """;

    private static final String HEAD = """
        package demo;

        import static dev.asyncfn.Async.await;

        import dev.asyncfn.Async;
        import dev.asyncfn.AsyncFn;
        import dev.asyncfn.Future;

        public class App {
        """;

    private static Arguments program(String name, String body, String other, String result) {
        return Arguments.of(name, HEAD + body + "}\n", "package demo;\n" + other, result);
    }

    static Stream<Arguments> programs() {
        String callsInstance = """
            @AsyncFn static String f(Other o) { return "" + await(Future.ready(o)).USE; }
            static Object run() { return Async.blockOn(AppAsync.f(new Other())); }
            """;
        return Stream.of(
                program(
                        "superclass in another file",
                        callsInstance.replace("USE", "v()"),
                        "class Other extends Gen {}",
                        "7"),
                program("field", callsInstance.replace("USE", "g.v()"), "class Other { Gen g = new Gen(); }", "7"),
                program(
                        "result",
                        callsInstance.replace("USE", "g().v()"),
                        "class Other { Gen g() { return new Gen(); } }",
                        "7"),
                program(
                        "type argument",
                        callsInstance.replace("USE", "g.get(0).v()"),
                        "class Other { java.util.List<Gen> g = java.util.List.of(new Gen()); }",
                        "7"),
                program(
                        "bound",
                        callsInstance.replace("USE", "g.v()").replace("f(Other o)", "f(Other<?> o)"),
                        "@SuppressWarnings(\"unchecked\") class Other<T extends Gen> { T g = (T) new Gen(); }",
                        "7"),
                program("constant", """
                    static final String D = Gen.C + "!";
                    @AsyncFn static int f(String s) { switch (await(Future.ready(s))) { case D: return 2; default: return 3; } }
                    static Object run() { return "" + Async.blockOn(AppAsync.f("gen!")); }
                    """, "class Other {}", "2"),
                program("super", """
                    static class Sub extends Gen { @AsyncFn int f() { return await(Future.ready(super.v())); } }
                    static Object run() { return "" + Async.blockOn(App_SubAsync.f(new Sub())); }
                    """, "class Other {}", "7"),
                program("inherited or of the outer class", """
                    static int v() { return 100; }
                    static class Sub extends Gen { @AsyncFn String f() { return await(Future.ready(v())) + " " + v(); } }
                    static Object run() { return "" + Async.blockOn(App_SubAsync.f(new Sub())); }
                    """, "class Other {}", "7 7"),
                program("inherited through another file", """
                    static int v() { return 100; }
                    static class Sub extends Other { @AsyncFn String f() { return await(Future.ready(v())) + " " + v(); } }
                    static Object run() { return "" + Async.blockOn(App_SubAsync.f(new Sub())); }
                    """, "class Other extends Gen {}", "7 7"),
                program(
                        "inherited by an anonymous class",
                        """
                        static int v() { return 100; }
                        interface Get { int get(); }
                        @AsyncFn static String f(int k) {
                            Other o = new Other() { @Override int get() { return v() + k; } };
                            return "" + await(Future.ready(o)).get();
                        }
                        static Object run() { return Async.blockOn(AppAsync.f(1)); }
                        """,
                        "class Other extends Gen { int get() { return 0; } }",
                        "8"),
                program("inherited constants and classes", """
                    static final String C = "outer";
                    enum E { OUTER }
                    static class Sub extends Gen { @AsyncFn static String f() { return await(Future.ready(C)) + " " + E.values()[0]; } }
                    static Object run() { return Async.blockOn(App_SubAsync.f()); }
                    """, "class Other {}", "gen A"),
                program("overloads", """
                    static String k(Object o) { return "object"; }
                    static String k(Gen g) { return "gen"; }
                    static class Sub extends Gen {}
                    @AsyncFn static String f(Sub s) { return k(await(Future.ready(s))) + " " + k(s); }
                    static Object run() { return Async.blockOn(AppAsync.f(new Sub())); }
                    """, "class Other {}", "gen gen"),
                program("overloads of null", """
                    static String k(Object o) { return "object"; }
                    static String k(Gen g) { return "gen"; }
                    @AsyncFn static String f() { return k(null) + " " + await(Future.ready(k(null))); }
                    static Object run() { return Async.blockOn(AppAsync.f()); }
                    """, "class Other {}", "gen gen"),
                program("overloads of null beside async fns in another file", """
                        @AsyncFn static String f() { return Other.k(null) + " " + await(Future.ready(Other.k(null))); }
                        static Object run() { return Async.blockOn(AppAsync.f()); }
                        """, """
                        class Other {
                            static String k(Object o) { return "object"; }
                            static String k(Gen g) { return "gen"; }
                            @dev.asyncfn.AsyncFn static void g() {}
                        }
                        """, "gen gen"));
    }

    /** What an import of a missing class will hide is found without it. */
    static Stream<Arguments> imports() {
        return Stream.of(
                Arguments.of("import late.Thing;", "new Thing().v()", "late"),
                Arguments.of("import late.Thing; import other.*;", "new Thing().v()", "late"),
                Arguments.of("import late.Thing.Part; import other.Thing.*;", "new Part().v()", "late part"),
                Arguments.of("import static other.Thing.*; import static late.Thing.*;", "k(1)", "int"),
                Arguments.of("import static other.Thing.*; import static late.Thing.k;", "k(1)", "int"),
                Arguments.of("import static other.Thing.*; import static late.Thing.C;", "C", "late"),
                Arguments.of(
                        "import static other.Thing.*; import static late.Thing.Part;", "new Part().v()", "late part"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("imports")
    void theFutureWaitsForWhatItsFileImports(String imports, String value, String result) throws Exception {
        String head = HEAD.replace("public class", imports + " public class");
        String body = "@AsyncFn static String f() { return await(Future.ready(VALUE)); }".replace("VALUE", value);
        String run = "static Object run() { return Async.blockOn(AppAsync.f()); }";
        String other = """
                package other;
                public class Thing {
                    public static final String C = "other";
                    public static String k(Object o) { return "object"; }
                    public String v() { return "other"; }
                    public static class Part { public String v() { return "other part"; } }
                }
                """;
        String late = other.substring(other.indexOf(';') + 1)
                .replace("\"other", "\"late")
                .replace("k(Object o) { return \"object\"", "k(int i) { return \"int\"");
        String own = "package demo; class Thing { String v() { return \"own\"; } }";
        Processor writer = new WritingProcessor("demo.First", "class First {}").then("late.Thing", late);
        assertThat(run(compile(List.of(new AsyncFnProcessor(), writer), head + body + run + "}", other, own)))
                .isEqualTo(result);
    }

    private static Compilation compile(List<Processor> processors, String... sources) {
        JavaFileObject[] files = Stream.of(sources)
                .map(text -> JavaFileObjects.forSourceString(
                        text.replaceFirst("(?s)package (\\w+);.*?\\bclass (\\w+).*", "$1.$2"), text))
                .toArray(JavaFileObject[]::new);
        return UserClassPath.javac().withProcessors(processors).compile(files);
    }

    private static Object run(Compilation compilation) throws Exception {
        assertThat(compilation.errors()).isEmpty();
        Map<String, byte[]> classes = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.toUri().getPath();
                String prefix = "/" + StandardLocation.CLASS_OUTPUT + "/";
                classes.put(
                        path.substring(prefix.length(), path.length() - ".class".length())
                                .replace('/', '.'),
                        bytes(file));
            }
        }
        ClassLoader loader = new ClassLoader(GeneratedTypesTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] code = classes.get(name);
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, code, 0, code.length);
            }
        };
        Method run = loader.loadClass("demo.App").getDeclaredMethod("run");
        run.setAccessible(true);
        return run.invoke(null);
    }

    private static byte[] bytes(JavaFileObject file) throws IOException {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void theFutureWaitsForWhatItsBodyMeans(String name, String app, String other, String result) throws Exception {
        Processor writer = new WritingProcessor("demo.First", "class First {}").then("demo.Gen", GEN);
        assertThat(run(compile(List.of(new AsyncFnProcessor(), writer), app, other)))
                .isEqualTo(result);
    }

    /** As proxies are made: the class file comes from the processor, and there is no source to point at. */
    @Test
    void aClassFileOfAnotherProcessorOverridesAnAsyncFn() throws Exception {
        String app = HEAD + """
                @AsyncFn
                String f(String s) {
                    return "app " + await(Future.ready(s));
                }

                static Object run() throws Exception {
                    App proxy = (App) Class.forName("demo.Proxy").getDeclaredConstructor().newInstance();
                    return Async.blockOn(AppAsync.f(proxy, "x"));
                }
            }
            """;
        String proxy = "package demo; public class Proxy extends App { String f(String s) { return \"proxy \" + s; } }";
        Compilation first = compile(List.of(new AsyncFnProcessor()), app, proxy);
        JavaFileObject file = first.generatedFile(StandardLocation.CLASS_OUTPUT, "demo", "Proxy.class")
                .orElseThrow();
        Compilation second = compile(List.of(new AsyncFnProcessor(), new ClassFileWriter(bytes(file))), app);
        assertThat(run(second)).isEqualTo("proxy x");
        assertThat(second.warnings()).isEmpty();
    }

    /** Writes the class file of {@code demo.Proxy}. */
    private static final class ClassFileWriter extends AbstractProcessor {
        private final byte[] code;
        private boolean written;

        ClassFileWriter(byte[] code) {
            this.code = code;
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
            if (!written) {
                written = true;
                try (OutputStream out =
                        processingEnv.getFiler().createClassFile("demo.Proxy").openOutputStream()) {
                    out.write(code);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
