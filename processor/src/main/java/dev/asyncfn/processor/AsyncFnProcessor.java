package dev.asyncfn.processor;

import com.google.auto.service.AutoService;
import dev.asyncfn.processor.collect.Naming;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.options.Option;
import dev.asyncfn.processor.options.Options;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Writes, for each class with {@code @AsyncFn} methods, a class of futures beside it.
 *
 * <p>Other compilers than javac must be able to load this class, so it names nothing of {@code com.sun.source}:
 * what needs javac is behind {@link Stages}.
 */
@AutoService(Processor.class)
public final class AsyncFnProcessor extends AbstractProcessor {
    /** On every class that is written; claimed, or {@code -Xlint:processing} would warn of it. */
    private static final String GENERATED = "javax.annotation.processing.Generated";

    private Stages stages;
    /** Why there are no stages; null once it was said. */
    private String unsupported;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Naming.ANNOTATION, GENERATED);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Arrays.stream(Option.values()).map(Option::key).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment env) {
        super.init(env);
        Options options =
                Options.read(env.getOptions(), error -> env.getMessager().printMessage(Diagnostic.Kind.ERROR, error));
        if (env.getSourceVersion().compareTo(SourceVersion.RELEASE_17) < 0) {
            unsupported = Problem.OLD_SOURCE.message(env.getSourceVersion().ordinal());
            return;
        }
        try {
            stages = new Stages(env, WrappedEnvironment.unwrap(env), options);
        } catch (IllegalArgumentException | LinkageError e) {
            unsupported = Problem.UNSUPPORTED_COMPILER.message(e.toString());
        }
    }

    /** Claims its annotations: nobody else processes them, and {@code -Xlint:processing} warns of what nobody claims. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (stages != null) {
            stages.run(round);
        } else if (unsupported != null) {
            annotations.stream()
                    .filter(annotation -> annotation.getQualifiedName().contentEquals(Naming.ANNOTATION))
                    .forEach(annotation -> reportUnsupported(round.getElementsAnnotatedWith(annotation)));
        }
        return true;
    }

    private void reportUnsupported(Set<? extends Element> asyncFns) {
        Iterator<? extends Element> first = asyncFns.iterator();
        processingEnv
                .getMessager()
                .printMessage(Diagnostic.Kind.ERROR, unsupported, first.hasNext() ? first.next() : null);
        unsupported = null;
    }
}
