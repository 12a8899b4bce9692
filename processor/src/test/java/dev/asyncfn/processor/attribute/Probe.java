package dev.asyncfn.processor.attribute;

import com.sun.source.util.Trees;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.parse.MethodParser;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.parse.UnparsableMethodException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Runs javac on sources, parses and attributes their async fns in the first round, and shows them to a test. */
@SupportedAnnotationTypes("*")
public final class Probe extends AbstractProcessor {
    private final Consumer<Probe> test;
    private final Map<String, MethodSource> sources = new LinkedHashMap<>();
    private Map<MethodSource, AttributionResult> results;
    private UnparsableMethodException unparsable;
    private Throwable failure;

    private Probe(Consumer<Probe> test) {
        this.test = test;
    }

    /** @param test sees the round while it lasts; what it throws is thrown here */
    public static void run(List<String> options, List<JavaFileObject> sources, Consumer<Probe> test) {
        Probe probe = new Probe(test);
        List<String> all = new ArrayList<>(List.of("-proc:only", "-Xlint:none"));
        all.addAll(options);
        var task = ToolProvider.getSystemJavaCompiler().getTask(null, null, diagnostic -> {}, all, null, sources);
        task.setProcessors(List.of(probe));
        task.call();
        if (probe.failure instanceof Error error) {
            throw error;
        }
        if (probe.failure != null) {
            throw new IllegalStateException(probe.failure);
        }
        if (probe.results == null) {
            throw new IllegalStateException("no round was run");
        }
    }

    public static JavaFileObject source(String name, String text) {
        URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** A file of the test resources, whose package is said apart. */
    public static JavaFileObject resource(String packageName, String simpleName) {
        return source(packageName + "." + simpleName, text(simpleName));
    }

    static String text(String simpleName) {
        try (var in = Probe.class.getResourceAsStream("/attribute/" + simpleName + ".java")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (results == null) {
            try {
                read(round);
                test.accept(this);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }
        return false;
    }

    private void read(RoundEnvironment round) {
        Trees trees = Trees.instance(processingEnv);
        MethodParser parser = new MethodParser(trees);
        Map<TypeElement, List<AsyncMethod>> owners = new LinkedHashMap<>();
        TypeElement annotation = processingEnv.getElementUtils().getTypeElement(Naming.ANNOTATION);
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
            ExecutableElement method = (ExecutableElement) element;
            TypeElement owner = (TypeElement) method.getEnclosingElement();
            AsyncMethod fn = new AsyncMethod(method, owner, Naming.futureName(method), List.of());
            owners.computeIfAbsent(owner, key -> new ArrayList<>()).add(fn);
            try {
                sources.put(method.getSimpleName().toString(), parser.parse(fn));
            } catch (UnparsableMethodException e) {
                unparsable = e;
            }
        }
        List<Facade> facades = new ArrayList<>();
        owners.forEach((owner, fns) -> facades.add(new Facade(
                owner,
                processingEnv
                        .getElementUtils()
                        .getPackageOf(owner)
                        .getQualifiedName()
                        .toString(),
                Naming.facadeName(owner),
                fns,
                List.of())));
        results = new Attributor(processingEnv, trees).attribute(facades, List.of(), List.copyOf(sources.values()));
    }

    /** What was parsed, by the method's name. */
    public Map<String, MethodSource> sources() {
        return sources;
    }

    /** Null if all could be parsed. */
    public UnparsableMethodException unparsable() {
        return unparsable;
    }

    public AttributionResult result(String method) {
        return results.get(sources.get(method));
    }

    public Attribution attribution(String method) {
        if (result(method) instanceof AttributionResult.Attributed attributed) {
            return attributed.attribution();
        }
        throw new AssertionError(method + " is " + result(method));
    }
}
