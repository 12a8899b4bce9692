package dev.asyncfn.processor.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor, which writes one class in each round as long as it has some. */
final class WritingProcessor extends AbstractProcessor {
    private final Deque<SourceText> toWrite = new ArrayDeque<>();

    private record SourceText(String name, String declaration) {}

    WritingProcessor(String name, String declaration) {
        then(name, declaration);
    }

    WritingProcessor then(String name, String declaration) {
        toWrite.add(new SourceText(name, declaration));
        return this;
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
        if (!toWrite.isEmpty()) {
            SourceText text = toWrite.remove();
            String name = text.name();
            try (Writer out = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                out.write("package " + name.substring(0, name.lastIndexOf('.')) + ";\n" + text.declaration());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }
}
