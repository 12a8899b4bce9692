package dev.asyncfn.processor;

import com.google.auto.service.AutoService;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.options.Options;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Does what is to be done where no member class has an {@code @AsyncFn}: javac then has no annotation to call
 * {@link AsyncFnProcessor} for. It finds those in local classes, classes that inherit an async fn and implement an interface
 * by it, and methods that override an async fn of another compilation and are none. It is called for everything. It claims nothing if there
 * is another processor; alone, it claims everything, or javac, which says nothing of annotations as long as there is no processor, would
 * warn under {@code -Xlint:processing} of each that is not for this one.
 */
@AutoService(Processor.class)
public final class LocalAsyncFnProcessor extends AbstractProcessor {
    private final boolean alone =
            !OtherProcessors.discovered(LocalAsyncFnProcessor.class).exist();
    private LocalFnSearch search;
    /** Null as long as there is nothing to generate. */
    private Stages stages;
    /** Whether the other processor runs, as it does from its first annotation on: it looks at overrides, too. */
    private boolean joinedByOther;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment env) {
        super.init(env);
        try {
            search = LocalFnSearch.of(WrappedEnvironment.unwrap(env));
        } catch (IllegalArgumentException | LinkageError e) {
            search = null; // AsyncFnProcessor says that this compiler is not supported
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        TypeElement asyncFn = processingEnv.getElementUtils().getTypeElement(Naming.ANNOTATION);
        joinedByOther |= isForOther(round);
        if (search != null
                && asyncFn != null
                && round.getElementsAnnotatedWith(asyncFn).isEmpty()) {
            run(round);
        }
        return alone;
    }

    /** The annotations that javac passes on do not show it: the other processor may have claimed its own. */
    private boolean isForOther(RoundEnvironment round) {
        return AsyncFnProcessor.ANNOTATIONS.stream()
                .map(processingEnv.getElementUtils()::getTypeElement)
                .anyMatch(annotation -> annotation != null
                        && !round.getElementsAnnotatedWith(annotation).isEmpty());
    }

    private void run(RoundEnvironment round) {
        ProcessingEnvironment javac = WrappedEnvironment.unwrap(processingEnv);
        if (stages == null && LocalFnSearch.joins(round, javac)) {
            Options options = Options.read(processingEnv.getOptions(), error -> {}); // AsyncFnProcessor has reported it
            stages = new Stages(processingEnv, javac, options, OtherProcessors.UNKNOWN);
        }
        if (stages == null) {
            search.run(round);
            if (!joinedByOther) {
                search.overrides(round, javac);
            }
            search.flush();
        } else {
            stages.run(round);
        }
    }
}
