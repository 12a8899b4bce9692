package dev.asyncfn.corpus;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/**
 * A library whose bodies were moved into async fns, with awaits in them.
 *
 * <pre>{@code
 * public int size() {                public int size() { return Pending.run(BagAsync.asyncSize(this)); } @AsyncFn private int asyncSize() {
 *     return map().size();     =>        return ((int) await(Pending.once(await(Pending.once(map())).size())));
 * }                                  }
 * }</pre>
 *
 * <p>Virtual calls, interfaces and visibility stay as they were, but for nested classes: a private one is made
 * package-private, and a call of a superclass's method goes through a method of its own, as the processor asks for. No
 * line moves.
 */
final class Instrumentation {
    /** What the method itself, whose body moved away, does. */
    enum Mode {
        /** Calls the body where it is now, which blocks at each await: javac alone can compile this. */
        BLOCKING,
        /** Runs the body's future. */
        FUTURE
    }

    private static final String IMPORTS =
            " import static dev.asyncfn.Async.await; import dev.asyncfn.AsyncFn; import dev.asyncfn.corpus.Pending;";

    private final Map<String, Edits.Edited> files = new LinkedHashMap<>();
    private final Attributed library;
    private final Map<Fn, Method> eligible;
    private final Selection selection;
    private final Mode mode;
    private final Set<String> superCalls = new HashSet<>();
    private int awaits;

    private Instrumentation(Attributed library, Map<Fn, Method> eligible, Selection selection, Mode mode) {
        this.library = library;
        this.eligible = eligible;
        this.selection = selection;
        this.mode = mode;
    }

    static Instrumentation of(Attributed library, Eligibility eligibility, Selection selection, Mode mode) {
        Instrumentation instrumentation = new Instrumentation(library, eligibility.eligible(), selection, mode);
        Map<CompilationUnitTree, List<Method>> byFile = eligibility.eligible().values().stream()
                .filter(method -> selection.takes(method.fn()))
                .collect(Collectors.groupingBy(method -> method.path().getCompilationUnit()));
        for (CompilationUnitTree unit : library.units()) {
            instrumentation.rewrite(unit, byFile.getOrDefault(unit, List.of()));
        }
        return instrumentation;
    }

    private void rewrite(CompilationUnitTree unit, List<Method> methods) {
        Edits edits = new Edits();
        if (!methods.isEmpty()) {
            edits.insert(library.end(unit, unit.getPackage()), IMPORTS);
        }
        if (!PrivateTypes.areKept()) {
            PrivateTypes.open(library, unit, edits);
        }
        for (Method method : methods) {
            MethodTree tree = method.tree();
            edits.open(method.fn(), library.start(unit, tree), "");
            edits.insert(library.start(unit, tree.getBody()), ownBody(method) + asyncHeader(unit, method));
            awaits += Awaits.put(library, method, selection, this::asyncFn, edits);
            edits.close(method.fn(), library.end(unit, tree), "");
            SuperCalls.move(library, method, edits, superCalls);
        }
        SourceFile file = library.file(unit);
        files.put(file.path(), edits.apply(file.text()));
    }

    private Method asyncFn(ExecutableElement called) {
        Method method = called.getEnclosingElement().getKind().isClass()
                        || called.getEnclosingElement().getKind().isInterface()
                ? eligible.get(Fn.of(called))
                : null;
        return method != null && selection.takes(method.fn()) ? method : null;
    }

    private String ownBody(Method method) {
        String call = mode == Mode.BLOCKING ? method.directCall() : "Pending.run(" + method.factoryCall() + ")";
        boolean isVoid = method.element().getReturnType().getKind() == TypeKind.VOID;
        return "{ " + (isVoid ? "" : "return ") + call + "; } ";
    }

    private String asyncHeader(CompilationUnitTree unit, Method method) {
        MethodTree tree = method.tree();
        List<String> words = new ArrayList<>(List.of("@AsyncFn", method.asyncModifiers()));
        if (!tree.getTypeParameters().isEmpty()) {
            words.add("<" + texts(unit, tree.getTypeParameters()) + ">");
        }
        words.add(library.text(unit, tree.getReturnType()));
        words.add(method.asyncName() + "(" + texts(unit, tree.getParameters()) + ")");
        if (!tree.getThrows().isEmpty()) {
            words.add("throws " + texts(unit, tree.getThrows()));
        }
        return String.join(" ", words) + " ";
    }

    private String texts(CompilationUnitTree unit, List<? extends Tree> trees) {
        return trees.stream().map(tree -> library.text(unit, tree)).collect(Collectors.joining(", "));
    }

    List<SourceFile> sources() {
        return files.entrySet().stream()
                .map(e -> new SourceFile(e.getKey(), e.getValue().text()))
                .toList();
    }

    Edits.Edited file(String path) {
        return files.get(path);
    }

    /** How many awaits there are in the bodies. */
    int awaits() {
        return awaits;
    }
}
