package dev.asyncfn.processor;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes texts about facades among the class files. Programs run without them, so that a failure is only a note. */
final class FacadeResource {
    private final Filer filer;
    private final Messager messager;
    private final Elements elements;

    FacadeResource(Filer filer, Messager messager, Elements elements) {
        this.filer = filer;
        this.messager = messager;
        this.elements = elements;
    }

    /**
     * @param owner the class whose facade it is about
     * @param path below the folder for classes
     * @param text is asked for in here: a fault in it is a note, too
     * @param missed what is missed without it
     * @return where the file is; empty if it could not be written
     */
    Optional<URI> write(TypeElement owner, String path, Supplier<String> text, String missed) {
        try {
            byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
            FileObject file = create(owner, path);
            // Without a folder for classes, javac would put it into the working directory, where nobody finds it.
            if (!file.toUri().toString().endsWith(path)) {
                return Optional.empty();
            }
            try (OutputStream out = file.openOutputStream()) {
                out.write(bytes);
            }
            return Optional.of(file.toUri());
        } catch (IOException | RuntimeException e) {
            messager.printMessage(
                    Diagnostic.Kind.NOTE, "cannot write " + path + ", so that " + missed + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private FileObject create(TypeElement owner, String path) throws IOException {
        try {
            return filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, owner);
        } catch (IOException e) {
            // A compilation of several modules at once wants to know which one it is for; others may not understand it.
            ModuleElement module = elements.getModuleOf(owner);
            if (module == null || module.isUnnamed()) {
                throw e;
            }
            return filer.createResource(StandardLocation.CLASS_OUTPUT, module.getQualifiedName() + "/", path, owner);
        }
    }
}
