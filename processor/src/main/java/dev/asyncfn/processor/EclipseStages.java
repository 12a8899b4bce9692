package dev.asyncfn.processor;

import dev.asyncfn.processor.attribute.JavacInside;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.emit.FacadeWriter;
import dev.asyncfn.processor.model.Naming;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Generates facades in Eclipse's compiler. It has no trees, but a javac beside it has: that one gets the files with async fns and runs this
 * processor, and what it writes is handed on.
 */
final class EclipseStages {
    private static final String GENERATED = "javax.annotation.processing.Generated";
    /** Classes of the api: sources mention the first, and nobody the second. */
    private static final String[] OF_API = {"dev.asyncfn.AsyncFn", "RawWakerVTable"};

    private final ProcessingEnvironment env;
    private final Elements elements;
    /** The facades that are written: an editor may compile a class twice in one build, and forgets what was said of it the first time. */
    private final Map<String, String> written = new HashMap<>();
    /** Those of top-level classes that wait for types of other processors. */
    private final Set<String> waiting = new LinkedHashSet<>();

    EclipseStages(ProcessingEnvironment env) {
        this.env = env;
        this.elements = env.getElementUtils();
    }

    /** Whether facades can be generated for what a round has; it is the same in all rounds. */
    static boolean arePossible(ProcessingEnvironment env, Set<? extends Element> asyncFns) {
        return asyncFns.stream()
                        .allMatch(method -> EclipseSources.of(topLevel(method)).isPresent())
                && JavacInside.isPossible(env, OF_API[0], OF_API[1]);
    }

    private static Element topLevel(Element member) {
        Element e = member;
        while (e.getEnclosingElement() != null && !(e.getEnclosingElement() instanceof PackageElement)) {
            e = e.getEnclosingElement();
        }
        return e;
    }

    /** Generates what can be generated in this round. All files of the round are read: each may name a class of another one. */
    void run(RoundEnvironment round) {
        Set<TypeElement> roots = new LinkedHashSet<>();
        waiting.forEach(
                name -> Optional.ofNullable(elements.getTypeElement(name)).ifPresent(roots::add));
        waiting.clear();
        ElementFilter.typesIn(round.getRootElements()).stream()
                .filter(root -> !written.containsKey(root.getQualifiedName().toString()))
                .forEach(roots::add);
        if (roots.isEmpty()) {
            return;
        }
        JavacInside.Result result = generate(roots);
        if (isIncomplete(result) && !round.processingOver()) {
            roots.forEach(root -> waiting.add(root.getQualifiedName().toString()));
            return;
        }
        result.said().forEach(said -> report(said, roots));
        result.sources().forEach((name, text) -> writeSource(name, text, roots));
        result.resources().forEach((path, text) -> writeResource(path, text, roots));
    }

    private JavacInside.Result generate(Set<TypeElement> roots) {
        JavacInside javac = new JavacInside(env, roots);
        Set<String> added = new HashSet<>();
        for (TypeElement root : roots) {
            EclipseSources.of(root)
                    .filter(file -> added.add(qualified(root, file)))
                    .ifPresent(file -> javac.add(qualified(root, file), file.text()));
        }
        return javac.run(hidden(roots), new AsyncFnProcessor(), new LocalAsyncFnProcessor());
    }

    private static String qualified(TypeElement root, EclipseSources.Source file) {
        String home = Naming.packageOf(root).getQualifiedName().toString();
        return home.isEmpty() ? file.name() : home + "." + file.name();
    }

    /** A module that does not read {@code java.compiler} cannot name the annotation. */
    private String hidden(Set<TypeElement> roots) {
        ModuleElement module = elements.getModuleOf(roots.iterator().next());
        boolean seen = module == null || module.isUnnamed() || elements.getTypeElement(module, GENERATED) != null;
        return seen ? null : GENERATED;
    }

    /** Whether a body may still miss the class of another processor; javac itself does not look into bodies. */
    private static boolean isIncomplete(JavacInside.Result result) {
        boolean explained = result.said().stream().anyMatch(EclipseStages::isOwnError);
        boolean broken = result.said().stream().anyMatch(said -> said.getKind() == Diagnostic.Kind.ERROR);
        return !explained
                && (broken
                        || result.sources().values().stream().anyMatch(text -> text.contains(FacadeWriter.REJECTED)));
    }

    private static boolean isOwnError(Diagnostic<?> said) {
        return said.getKind() == Diagnostic.Kind.ERROR && isOwn(said) && !isOfJava(said);
    }

    private static boolean isOwn(Diagnostic<?> said) {
        return said.getMessage(Locale.ROOT).contains("[asyncfn:");
    }

    /** Whether Eclipse's compiler has an error of Java to report there, if it finds that, too. */
    private static boolean isOfJava(Diagnostic<?> said) {
        return said.getMessage(Locale.ROOT).contains("[asyncfn:" + Problem.BROKEN_FN.id() + "]");
    }

    /** Eclipse's elements have no places, so the line is said. */
    private void report(Diagnostic<? extends JavaFileObject> said, Set<TypeElement> roots) {
        if (isOwn(said) && said.getSource() != null) {
            String file = said.getSource().toUri().getPath().substring(1);
            Element at = roots.stream()
                    .filter(root -> EclipseSources.of(root)
                            .filter(source ->
                                    file.equals(qualified(root, source).replace('.', '/') + ".java"))
                            .isPresent())
                    .findFirst()
                    .orElse(null);
            String place = file.replaceFirst(".*/", "") + ":" + said.getLineNumber() + ": ";
            Diagnostic.Kind kind = isOfJava(said) ? Diagnostic.Kind.WARNING : said.getKind();
            env.getMessager().printMessage(kind, place + said.getMessage(Locale.ROOT), at);
        }
    }

    private void writeSource(String name, String text, Set<TypeElement> roots) {
        if (text.equals(written.put(name, text))) {
            return; // no file can be made twice
        }
        Element owner = owner(name, roots);
        try (Writer out = env.getFiler().createSourceFile(name, owner).openWriter()) {
            out.write(text);
        } catch (IOException e) {
            String message = Problem.UNWRITABLE_FACADE.message(name, e.getMessage());
            env.getMessager().printMessage(Diagnostic.Kind.ERROR, message, owner);
        }
    }

    private void writeResource(String path, String text, Set<TypeElement> roots) {
        String facade = path.replace("META-INF/asyncfn/", "")
                .replaceFirst("\\.(lines|map\\.json|explorer\\.html)$", "")
                .replace('/', '.');
        TypeElement owner = owner(facade, roots);
        new FacadeResource(env.getFiler(), env.getMessager(), elements).write(owner, path, () -> text, "it is missing");
    }

    private static TypeElement owner(String facade, Set<TypeElement> roots) {
        return roots.stream()
                .flatMap(EclipseStages::all)
                .filter(type -> Naming.qualifiedFacadeName(type).equals(facade))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<TypeElement> all(TypeElement type) {
        return Stream.concat(
                Stream.of(type),
                ElementFilter.typesIn(type.getEnclosedElements()).stream().flatMap(EclipseStages::all));
    }
}
