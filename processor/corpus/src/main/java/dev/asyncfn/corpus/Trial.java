package dev.asyncfn.corpus;

import dev.asyncfn.processor.symbols.Difference;
import dev.asyncfn.processor.symbols.SymbolsMain;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** One library: its tests on its own classes, then on classes whose methods run as futures; or these are only compiled. */
final class Trial {
    private final Library library;
    private final Path jars;
    private final Path folder;
    private final Path sources;
    private final Path baseline;
    private final List<Path> dependencies;

    Trial(Library library, Path jars, Path folder) {
        this.library = library;
        this.jars = jars;
        this.folder = folder;
        this.sources = folder.resolve("library");
        this.baseline = folder.resolve("baseline");
        this.dependencies = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> !library.isReplaced(jar.getFileName().toString()))
                .toList();
    }

    Outcome run() {
        Optional<TestRun> before = library.tests().map(tests -> baseline());
        if (before.isEmpty()) {
            library.unpack(jars, sources);
        }
        Javac javac = javac(dependencies);
        Attributed attributed = javac.attribute(library.sources(sources));
        Eligibility eligibility = Eligibility.of(attributed);
        Search search = new Search(attributed, eligibility, javac, folder.resolve("async"));
        Instrumentation made = search.run();
        List<Difference> differences = compareSymbols(search);
        Optional<TestRuns> tests =
                before.map(run -> new TestRuns(run, test(search.classes(), folder.resolve("async"))));
        return new Outcome(library, eligibility, search, made.awaits(), differences, tests);
    }

    private List<Difference> compareSymbols(Search search) {
        String classPath = dependencies.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> options = List.of("--release", Integer.toString(library.release()), "-cp", classPath);
        List<Path> files = new ArrayList<>(SymbolsMain.sources(search.instrumented()));
        files.addAll(SymbolsMain.sources(search.generated()));
        return SymbolsMain.compare(options, files).differences();
    }

    /** What an earlier run left is taken again if asked for, to save time while the processor is worked on. */
    private TestRun baseline() {
        if (Boolean.getBoolean("corpus.keepBaseline") && Files.exists(TestRun.results(baseline))) {
            return TestRun.read(baseline);
        }
        library.unpack(jars, sources);
        Path classes = baseline.resolve("classes");
        compile(library.sources(sources), classes, dependencies);
        compile(library.testSources(sources), testClasses(), testClassPath(classes));
        return test(classes, baseline);
    }

    private void compile(List<SourceFile> files, Path classes, List<Path> classPath) {
        List<Diagnostic<? extends JavaFileObject>> errors =
                javac(classPath).compile(files, classes, baseline.resolve("generated"), List.of());
        if (!errors.isEmpty()) {
            throw new IllegalStateException("the library itself does not compile: " + errors);
        }
    }

    private Javac javac(List<Path> classPath) {
        return new Javac(library.release(), classPath);
    }

    private TestRun test(Path classes, Path output) {
        return TestRun.fork(library, sources, testClassPath(classes), testClasses(), output);
    }

    private Path testClasses() {
        return baseline.resolve("test-classes");
    }

    private List<Path> testClassPath(Path classes) {
        List<Path> all = new ArrayList<>(List.of(
                classes, testClasses(), sources.resolve("src/main/resources"), sources.resolve("src/test/resources")));
        all.addAll(dependencies);
        return all;
    }
}
