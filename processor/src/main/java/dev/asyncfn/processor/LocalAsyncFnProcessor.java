package dev.asyncfn.processor;

import com.google.auto.service.AutoService;
import dev.asyncfn.processor.model.Naming;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Finds {@code @AsyncFn} in local classes where there is no other: javac then has no annotation to call
 * {@link AsyncFnProcessor} for. It is called for everything and claims nothing.
 */
@AutoService(Processor.class)
public final class LocalAsyncFnProcessor extends AbstractProcessor {
    private LocalFnSearch search;

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
        if (search != null
                && asyncFn != null
                && round.getElementsAnnotatedWith(asyncFn).isEmpty()) {
            search.run(round);
            search.flush();
        }
        return false;
    }
}
