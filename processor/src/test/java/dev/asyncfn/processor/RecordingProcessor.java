package dev.asyncfn.processor;

import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Another processor, for every annotation, which notes each round with what it was called for. */
public final class RecordingProcessor extends AbstractProcessor {
    private final String supported;
    private int rounds;

    public RecordingProcessor() {
        this("*");
    }

    RecordingProcessor(String supported) {
        this.supported = supported;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(supported);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        rounds++;
        Set<String> roots = new TreeSet<>();
        round.getRootElements().forEach(root -> roots.add(root.getSimpleName().toString()));
        Set<String> names = new TreeSet<>();
        annotations.forEach(annotation -> names.add(annotation.getSimpleName().toString()));
        processingEnv
                .getMessager()
                .printMessage(Diagnostic.Kind.NOTE, "round " + rounds + " of " + roots + " for " + names);
        return false;
    }
}
