package dev.asyncfn.processor.collect;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Recognises a facade of an earlier compilation whose source was given to this one. */
final class EarlierOutput {
    private static final String PROCESSOR = "dev.asyncfn.processor.AsyncFnProcessor";

    private EarlierOutput() {}

    static boolean is(TypeElement type, Elements elements) {
        String doc = elements.getDocComment(type);
        // In a module that does not read java.compiler there is no annotation.
        return type.getAnnotationMirrors().stream().anyMatch(EarlierOutput::namesProcessor)
                || doc != null && doc.strip().startsWith("The async fns of {@link ");
    }

    private static boolean namesProcessor(AnnotationMirror annotation) {
        return annotation.getAnnotationType().asElement().getSimpleName().contentEquals("Generated")
                && annotation.getElementValues().values().stream()
                        .map(AnnotationValue::toString)
                        .anyMatch(value -> value.contains('"' + PROCESSOR + '"'));
    }
}
