package dev.asyncfn.processor;

import java.util.Set;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** A processor around another. */
class ForwardingProcessor implements Processor {
    private final Processor target;

    ForwardingProcessor(Processor target) {
        this.target = target;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return target.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return target.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return target.getSupportedSourceVersion();
    }

    @Override
    public void init(ProcessingEnvironment env) {
        target.init(env);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return target.process(annotations, round);
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
            Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
        return target.getCompletions(element, annotation, member, userText);
    }
}
