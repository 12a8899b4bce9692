package dev.asyncfn.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Finds the largest part of a library that compiles as async fns: compiles, leaves what had errors, and compiles again. */
final class Search {
    private static final Pattern ID = Pattern.compile("\\[asyncfn:([a-z_-]+)]");
    private static final Pattern FUTURE =
            Pattern.compile("^    (?:public )?static final class (\\w+)", Pattern.MULTILINE);

    private final Attributed library;
    private final Eligibility eligibility;
    private final Javac javac;
    private final Path folder;
    private final Selection selection = new Selection();
    private final Rejections rejections = new Rejections();

    /** @param folder where classes and generated sources come to be */
    Search(Attributed library, Eligibility eligibility, Javac javac, Path folder) {
        this.library = library;
        this.eligibility = eligibility;
        this.javac = javac;
        this.folder = folder;
    }

    /** The instrumented library, whose class files and generated sources are in the folder now. */
    Instrumentation run() {
        leaveAwaitsThatAreNoJava();
        while (true) {
            Instrumentation made = Instrumentation.of(library, eligibility, selection, Instrumentation.Mode.FUTURE);
            Folders.empty(folder);
            Folders.write(instrumented(), made.sources());
            List<Diagnostic<? extends JavaFileObject>> errors =
                    javac.compile(made.sources(), classes(), generated(), List.of(processor()));
            if (errors.isEmpty()) {
                return made;
            }
            leave(made, errors);
        }
    }

    /** As javac itself finds it: by its service file. */
    private static Processor processor() {
        return ServiceLoader.load(Processor.class).findFirst().orElseThrow();
    }

    /** What is wrong in generated sources is looked at only if javac accepted all that the processor read. */
    private void leave(Instrumentation made, List<Diagnostic<? extends JavaFileObject>> errors) {
        Set<Fn> compiled = eligibility.eligible().keySet().stream()
                .filter(selection::takes)
                .collect(Collectors.toSet());
        List<Diagnostic<? extends JavaFileObject>> first = errors.stream()
                .filter(error -> error.getSource() instanceof SourceFile)
                .toList();
        boolean progress = false;
        for (Diagnostic<? extends JavaFileObject> error : first.isEmpty() ? errors : first) {
            Optional<Fn> fn = error.getSource() instanceof SourceFile file
                    ? made.file(file.path()).regionAt(error.getPosition(), Fn.class)
                    : generatedFor(error, compiled);
            if (fn.isPresent() && selection.leave(fn.get())) {
                rejections.add(id(error), fn.get(), error.toString());
                progress = true;
            }
        }
        if (!progress) {
            throw new IllegalStateException("errors of no method: " + errors);
        }
    }

    private static String id(Diagnostic<?> error) {
        Matcher id = ID.matcher(error.getMessage(null));
        return id.find() ? id.group(1) : Rejections.JAVAC;
    }

    /** An await changes what javac infers for the call inside of it, now and then to something impossible. */
    private void leaveAwaitsThatAreNoJava() {
        while (true) {
            Instrumentation made = Instrumentation.of(library, eligibility, selection, Instrumentation.Mode.BLOCKING);
            List<Diagnostic<? extends JavaFileObject>> errors = javac.check(made.sources());
            if (errors.isEmpty()) {
                return;
            }
            boolean progress = false;
            for (Diagnostic<? extends JavaFileObject> error : errors) {
                for (Await await : awaitsAt(error, made)) {
                    progress |= selection.leave(await);
                }
            }
            if (!progress) {
                throw new IllegalStateException("errors that remain: " + errors);
            }
        }
    }

    /**
     * The innermost one around an error, or else all in the code that is wrong: those of a `throw`, for example. An
     * await may also have changed the type of a `var` that is used elsewhere in the method: then it can be any.
     */
    private static List<Await> awaitsAt(Diagnostic<? extends JavaFileObject> error, Instrumentation made) {
        Edits.Edited file = made.file(((SourceFile) error.getSource()).path());
        Optional<Await> around = file.regionAt(error.getPosition(), Await.class);
        if (around.isPresent()) {
            return List.of(around.get());
        }
        List<Await> inside = file.regionsIn(error.getStartPosition(), error.getEndPosition(), Await.class);
        return inside.isEmpty() ? file.regionsInside(error.getPosition(), Fn.class, Await.class) : inside;
    }

    /** The futures of a facade stand in the order of its methods. */
    private Optional<Fn> generatedFor(Diagnostic<? extends JavaFileObject> error, Set<Fn> compiled) {
        if (error.getSource() == null) {
            return Optional.empty();
        }
        String name = error.getSource().getName();
        List<Fn> fns = eligibility.eligible().values().stream()
                .filter(method -> name.endsWith(method.facadePath()))
                .map(Method::fn)
                .filter(compiled::contains)
                .toList();
        long index = FUTURE.matcher(textBefore(error)).results().count();
        return index == 0 ? Optional.empty() : Optional.of(fns.get((int) index - 1));
    }

    private static CharSequence textBefore(Diagnostic<? extends JavaFileObject> error) {
        try {
            return error.getSource().getCharContent(true).subSequence(0, (int) error.getPosition());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Rejections rejections() {
        return rejections;
    }

    Selection selection() {
        return selection;
    }

    Path classes() {
        return folder.resolve("classes");
    }

    Path instrumented() {
        return folder.resolve("instrumented");
    }

    Path generated() {
        return folder.resolve("generated");
    }
}
