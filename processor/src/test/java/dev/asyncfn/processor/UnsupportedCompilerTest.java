package dev.asyncfn.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Another compiler, on a Java runtime that has no javac at all. */
class UnsupportedCompilerTest {
    private final List<String> messages = new ArrayList<>();
    private final URLClassLoader loader = withoutJavac();

    private static URLClassLoader withoutJavac() {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            try {
                classPath.add(new File(entry).toURI().toURL());
            } catch (MalformedURLException e) {
                throw new AssertionError(e);
            }
        }
        ClassLoader platform = new ClassLoader(ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("com.sun.")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
        return new URLClassLoader(classPath.toArray(URL[]::new), platform);
    }

    @AfterEach
    void close() throws Exception {
        loader.close();
    }

    private Processor load(Class<? extends Processor> processor) throws ReflectiveOperationException {
        return (Processor)
                loader.loadClass(processor.getName()).getConstructor().newInstance();
    }

    private static <T> T fake(Class<T> type, Map<String, ?> results) {
        InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            case "toString" -> type.getSimpleName();
            default -> results.get(method.getName());
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private ProcessingEnvironment environment() {
        InvocationHandler messager = (proxy, method, arguments) -> messages.add(String.valueOf(arguments[1]));
        Object recorder =
                Proxy.newProxyInstance(Messager.class.getClassLoader(), new Class<?>[] {Messager.class}, messager);
        Elements elements = fake(Elements.class, Map.of());
        return fake(
                ProcessingEnvironment.class,
                Map.of(
                        "getOptions",
                        Map.of(),
                        "getMessager",
                        recorder,
                        "getElementUtils",
                        elements,
                        "getSourceVersion",
                        SourceVersion.latest()));
    }

    private static boolean process(Processor processor, Element... annotated) {
        Name name = fake(Name.class, Map.of("contentEquals", true));
        TypeElement asyncFn = fake(TypeElement.class, Map.of("getQualifiedName", name));
        RoundEnvironment round = fake(RoundEnvironment.class, Map.of("getElementsAnnotatedWith", Set.of(annotated)));
        return processor.process(Set.of(asyncFn), round);
    }

    @Test
    void loaderHasNoJavac() {
        assertThatThrownBy(() -> loader.loadClass("com.sun.source.util.Trees"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void asyncFnsAreOneErrorForAllRounds() throws Exception {
        Processor processor = load(AsyncFnProcessor.class);
        processor.init(environment());
        Element first = fake(Element.class, Map.of());
        process(processor, first, fake(Element.class, Map.of()));
        process(processor, first);
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0))
                .startsWith("[asyncfn:unsupported_compiler] ")
                .contains("com/sun/source")
                .contains("compile async fns with javac");
    }

    @Test
    void nothingIsSaidWithoutAsyncFns() throws Exception {
        Processor processor = load(AsyncFnProcessor.class);
        processor.init(environment());
        Name generated = fake(Name.class, Map.of("contentEquals", false));
        TypeElement other = fake(TypeElement.class, Map.of("getQualifiedName", generated));
        processor.process(Set.of(other), fake(RoundEnvironment.class, Map.of()));
        assertThat(messages).isEmpty();
    }

    @Test
    void searchInLocalClassesIsSilent() throws Exception {
        Processor processor = load(LocalAsyncFnProcessor.class);
        processor.init(environment());
        assertThat(process(processor)).isFalse();
        assertThat(messages).isEmpty();
    }
}
