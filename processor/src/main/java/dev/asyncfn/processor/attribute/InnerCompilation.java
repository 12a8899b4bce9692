package dev.asyncfn.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.attribute.AttributionResult.Attributed;
import dev.asyncfn.processor.attribute.AttributionResult.Crashed;
import dev.asyncfn.processor.attribute.AttributionResult.Untypable;
import dev.asyncfn.processor.attribute.InMemoryFile.Source;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.parse.Lombok;
import dev.asyncfn.processor.parse.MethodSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** One run of the inner compiler over all files of a round that hold async fns. */
final class InnerCompilation {
    private final ProcessingEnvironment env;
    private final Trees outer;
    private final Map<MethodSource, Source> files = new HashMap<>();
    private final Map<Source, SourceFile> originals = new HashMap<>();
    private final Map<URI, CompilationUnitTree> parsed = new HashMap<>();
    private final Map<CompilationUnitTree, Map<Long, TreePath>> methods = new HashMap<>();
    private final Map<CompilationUnitTree, BodyPlaces> bodies = new HashMap<>();
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    private final JavacTask task;
    private final Trees inner;
    /** Of the inner compiler itself; null if it went through. */
    private final Throwable failure;

    private final InnerErrors errors;
    private final boolean errorsInBodies;

    InnerCompilation(
            ProcessingEnvironment env,
            Trees outer,
            List<Facade> facades,
            List<TypeElement> waiting,
            Map<CompilationUnitTree, List<MethodSource>> units) {
        this.env = env;
        this.outer = outer;
        Set<TypeElement> compiled = new HashSet<>();
        List<Source> sources = new ArrayList<>();
        units.forEach((unit, methods) -> {
            compiled.addAll(topLevelClasses(unit));
            sources.add(source(unit, methods));
        });
        JavaCompiler compiler = compiler();
        InnerFileManager fileManager = new InnerFileManager(
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, null),
                new OuterClassPath(env, facades, waiting, compiled));
        List<String> options = new ArrayList<>(List.of("-proc:none", "-implicit:none", "-nowarn", "-Xmaxerrs", "0"));
        options.add("-XDshould-stop.ifError=FLOW"); // an error in one method hides none in others
        options.addAll(PlatformOptions.of(env, units.keySet()));
        task = (JavacTask) compiler.getTask(null, fileManager, diagnostics, options, null, sources);
        inner = Trees.instance(task);
        failure = run();
        errors = new InnerErrors(diagnostics.getDiagnostics(), originals);
        errorsInBodies = failure == null && errors.areIn(this::isInBody);
    }

    private static JavaCompiler compiler() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("no system Java compiler: this runs on a JRE without jdk.compiler");
        }
        return compiler;
    }

    private Set<TypeElement> topLevelClasses(CompilationUnitTree unit) {
        Set<TypeElement> types = new HashSet<>();
        TreePath root = new TreePath(unit);
        for (Tree declaration : unit.getTypeDecls()) {
            if (outer.getElement(new TreePath(root, declaration)) instanceof TypeElement type) {
                types.add(type);
            }
        }
        return types;
    }

    private Source source(CompilationUnitTree unit, List<MethodSource> methods) {
        MethodSource any = methods.get(0);
        InnerText text = InnerText.of(unit, methods, outer, env.getElementUtils());
        Source source = new Source(
                env.getElementUtils().getBinaryName(any.method().owner()).toString(), text);
        methods.forEach(method -> files.put(method, source));
        originals.put(source, any.file());
        return source;
    }

    private Throwable run() {
        try {
            for (CompilationUnitTree unit : task.parse()) {
                parsed.put(unit.getSourceFile().toUri(), unit); // javac wraps file objects
            }
            task.analyze();
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StackOverflowError e) {
            throw e; // to be run again on a larger stack
        } catch (RuntimeException | Error e) { // which must not take the outer compiler with it
            return e;
        }
    }

    private boolean isInBody(Diagnostic<? extends JavaFileObject> error) {
        CompilationUnitTree unit = parsed.get(error.getSource().toUri());
        return bodies.computeIfAbsent(unit, u -> new BodyPlaces(u, inner.getSourcePositions()))
                .contain(error.getPosition());
    }

    AttributionResult result(MethodSource method) {
        if (failure != null) {
            // Errors may have led to it, and the outer compiler has them to report.
            return errors.isEmpty() ? new Crashed(failure) : new Untypable(errors.all(), errorsInBodies);
        }
        Source file = files.get(method);
        TreePath declaration = declaration(method, file);
        if (!errors.isEmpty()) {
            List<String> concerning =
                    errors.within(file, start(declaration), end(declaration), throwsUndeclared(method));
            if (!concerning.isEmpty()) {
                return new Untypable(
                        concerning,
                        errors.all(),
                        errorsInBodies,
                        errors.placedWithin(file, start(declaration), end(declaration)),
                        attribution(method, file, declaration));
            }
            if (ErroneousTypes.in(declaration, inner)) {
                return new Untypable(errors.all(), errorsInBodies);
            }
        }
        return new Attributed(attribution(method, file, declaration), errors.in(file), errorsInBodies);
    }

    private Attribution attribution(MethodSource method, Source file, TreePath declaration) {
        int shift = file.shiftAt((int) outerStart(method));
        TreeIndex index = new TreeIndex(
                declaration, inner.getSourcePositions(), shift, method.file().text());
        return new InnerAttribution(
                method,
                index,
                declaration,
                inner,
                task,
                new ModuleAccess(env, outer, method.method().owner()),
                EarlierClasses.of(method.method().owner(), env));
    }

    private long start(TreePath path) {
        return inner.getSourcePositions().getStartPosition(path.getCompilationUnit(), path.getLeaf());
    }

    private long end(TreePath path) {
        return inner.getSourcePositions().getEndPosition(path.getCompilationUnit(), path.getLeaf());
    }

    private long outerStart(MethodSource method) {
        TreePath path = outer.getPath(method.method().element());
        return outer.getSourcePositions().getStartPosition(path.getCompilationUnit(), path.getLeaf());
    }

    private boolean throwsUndeclared(MethodSource method) {
        TreePath path = outer.getPath(method.method().element());
        return new Lombok(path.getCompilationUnit()).throwsUndeclared(method.declaration());
    }

    private TreePath declaration(MethodSource method, Source file) {
        TreePath path = outer.getPath(method.method().element());
        long end = outer.getSourcePositions().getEndPosition(path.getCompilationUnit(), path.getLeaf());
        return methods.computeIfAbsent(parsed.get(file.toUri()), this::methods).get(end + file.shiftAt((int) end));
    }

    /** The methods of a file by the places where they end: another processor's modifiers may stand before them. */
    private Map<Long, TreePath> methods(CompilationUnitTree unit) {
        Map<Long, TreePath> found = new HashMap<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree tree, Void unused) {
                found.putIfAbsent(inner.getSourcePositions().getEndPosition(unit, tree), getCurrentPath());
                return super.visitMethod(tree, unused);
            }
        }.scan(new TreePath(unit), null);
        return found;
    }
}
