package dev.asyncfn.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.attribute.AttributionResult.Attributed;
import dev.asyncfn.processor.attribute.AttributionResult.Untypable;
import dev.asyncfn.processor.attribute.InMemoryFile.Source;
import dev.asyncfn.processor.collect.Facade;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.parse.SourceFile;
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
import java.util.stream.Collectors;
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
    private final Map<URI, CompilationUnitTree> parsed = new HashMap<>();
    private final Map<CompilationUnitTree, Map<Long, TreePath>> methods = new HashMap<>();
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    private final JavacTask task;
    private final Trees inner;

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
        options.addAll(PlatformOptions.of(env, units.keySet()));
        task = (JavacTask) compiler.getTask(null, fileManager, diagnostics, options, null, sources);
        inner = Trees.instance(task);
        run();
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
        return source;
    }

    private void run() {
        try {
            for (CompilationUnitTree unit : task.parse()) {
                parsed.put(unit.getSourceFile().toUri(), unit); // javac wraps file objects
            }
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AttributionResult result(MethodSource method) {
        Source file = files.get(method);
        List<String> errors = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .filter(diagnostic -> diagnostic.getSource() == null || diagnostic.getSource() == file)
                .map(error -> describe(error, method.file(), file.shift()))
                .collect(Collectors.toList());
        return errors.isEmpty() ? new Attributed(attribution(method, file)) : new Untypable(errors);
    }

    private static String describe(Diagnostic<?> error, SourceFile file, int shift) {
        String message = error.getMessage(Locale.ROOT);
        if (error.getPosition() == Diagnostic.NOPOS) {
            return message;
        }
        int offset = Math.max(0, (int) error.getPosition() - shift); // an import may lie before
        return file.name() + ":" + file.line(offset) + ": " + message;
    }

    private Attribution attribution(MethodSource method, Source file) {
        CompilationUnitTree unit = parsed.get(file.toUri());
        TreePath outerMethod = outer.getPath(method.method().element());
        long start = file.shift()
                + outer.getSourcePositions().getStartPosition(outerMethod.getCompilationUnit(), outerMethod.getLeaf());
        TreePath declaration = methods.computeIfAbsent(unit, this::methods).get(start);
        return new InnerAttribution(
                method, new TreeIndex(declaration, inner.getSourcePositions(), file.shift()), declaration, inner, task);
    }

    /** The methods of a file by the places where they start. */
    private Map<Long, TreePath> methods(CompilationUnitTree unit) {
        Map<Long, TreePath> found = new HashMap<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree tree, Void unused) {
                found.putIfAbsent(inner.getSourcePositions().getStartPosition(unit, tree), getCurrentPath());
                return super.visitMethod(tree, unused);
            }
        }.scan(new TreePath(unit), null);
        return found;
    }
}
