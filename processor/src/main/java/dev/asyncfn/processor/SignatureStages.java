package dev.asyncfn.processor;

import dev.asyncfn.processor.collect.UncheckedCollector;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.emit.FacadeWriter;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.model.Facade;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Generates facades in a compiler in which no body can be read, such as that of an editor: every name resolves there, and a future that runs
 * all the same says that it was not compiled.
 */
final class SignatureStages {
    private final ProcessingEnvironment env;

    SignatureStages(ProcessingEnvironment env) {
        this.env = env;
    }

    void run(Set<? extends Element> asyncFns) {
        Set<TypeElement> owners = new LinkedHashSet<>();
        asyncFns.forEach(method -> owners.add((TypeElement) method.getEnclosingElement()));
        UncheckedCollector collector = new UncheckedCollector(env.getElementUtils(), env.getTypeUtils(), owners);
        FacadeWriter writer = FacadeWriter.ofSignatures(env.getElementUtils());
        owners.forEach(owner -> write(collector.facade(owner), writer));
    }

    private void write(Facade facade, FacadeWriter writer) {
        List<Cfg> fns = facade.methods().stream().map(Cfg::rejected).toList();
        String text = writer.write(facade, fns).source();
        String name =
                facade.packageName().isEmpty() ? facade.simpleName() : facade.packageName() + "." + facade.simpleName();
        try (Writer out = env.getFiler().createSourceFile(name, facade.owner()).openWriter()) {
            out.write(text);
        } catch (IOException e) {
            String message = Problem.UNWRITABLE_FACADE.message(name, e.getMessage());
            env.getMessager().printMessage(Diagnostic.Kind.ERROR, message, facade.owner());
        }
    }
}
