package dev.asyncfn.processor.text;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Notes the documentation of all methods of top-level classes, those of generated classes too. */
@SupportedAnnotationTypes("*")
final class DocComments extends AbstractProcessor {
    private final Map<String, String> docs = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element type : round.getRootElements()) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                docs.put(
                        type + "." + method.getSimpleName(),
                        processingEnv.getElementUtils().getDocComment(method));
            }
        }
        return false;
    }

    String of(String type, String method) {
        return docs.get(type + "." + method);
    }
}
