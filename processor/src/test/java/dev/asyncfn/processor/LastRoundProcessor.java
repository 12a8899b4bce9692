package dev.asyncfn.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor, which writes a class when all others have done their work. */
public final class LastRoundProcessor extends AbstractProcessor {
    private final String name;
    private final String declaration;

    public LastRoundProcessor(String name, String declaration) {
        this.name = name;
        this.declaration = declaration;
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
        if (round.processingOver()) {
            try (Writer out = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                out.write(declaration);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }
}
