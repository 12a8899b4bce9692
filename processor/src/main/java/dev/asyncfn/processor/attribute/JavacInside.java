package dev.asyncfn.processor.attribute;

import dev.asyncfn.processor.attribute.InMemoryFile.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * javac inside of another compiler, such as Eclipse's, to run processors that need javac. It reads some of the files which that one compiles;
 * all else it sees as class files.
 */
public final class JavacInside {
    private final ProcessingEnvironment env;
    private final List<String> options = new ArrayList<>();
    private final Set<TypeElement> compiled;
    private final List<Source> sources = new ArrayList<>();

    /**
     * @param env that of the other compiler
     * @param compiled the top-level classes of the files that will be read
     */
    public JavacInside(ProcessingEnvironment env, Set<TypeElement> compiled) {
        this.env = env;
        this.compiled = compiled;
        env.getOptions().forEach((key, value) -> options.add("-A" + key + (value == null ? "" : "=" + value)));
    }

    /**
     * What the processors have made, and said.
     *
     * @param sources the texts of generated classes by their names
     * @param resources the texts of other files by their paths below the folder for classes
     */
    public record Result(
            Map<String, String> sources,
            Map<String, String> resources,
            List<Diagnostic<? extends JavaFileObject>> said) {}

    /**
     * Adds a file.
     *
     * @param name its package and its name without the ending, all with dots
     */
    public void add(String name, String text) {
        sources.add(new Source(name, new InnerText(text, List.of())));
    }

    /**
     * Whether there is a javac, and the other compiler says which classes a package has: in an editor it may only know those that it has
     * met.
     *
     * @param name of a class in a package of several
     * @param other another one of that package, which sources do not mention
     */
    public static boolean isPossible(ProcessingEnvironment env, String name, String other) {
        TypeElement type = env.getElementUtils().getTypeElement(name);
        return ToolProvider.getSystemJavaCompiler() != null
                && type != null
                && EditorPackages.of(env).classesIn((PackageElement) type.getEnclosingElement()).stream()
                        .anyMatch(each -> each.getSimpleName().contentEquals(other));
    }

    /**
     * Runs them.
     *
     * @param hidden a class of the platform that generated code must not name; null for none
     * @throws RuntimeException if javac cannot be run so
     */
    public Result run(String hidden, Processor... processors) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        CollectingFileManager files = new CollectingFileManager(
                javac.getStandardFileManager(said, Locale.ROOT, null),
                new OuterClassPath(env, List.of(), List.of(), compiled),
                hidden);
        List<String> all = new ArrayList<>(List.of("-proc:only", "-implicit:none", "-Xmaxerrs", "0"));
        all.addAll(PlatformOptions.of(env, List.of()));
        all.addAll(options);
        JavaCompiler.CompilationTask task = javac.getTask(null, files, said, all, null, sources);
        task.setProcessors(List.of(processors));
        task.call();
        return new Result(
                new LinkedHashMap<>(files.sources()), new LinkedHashMap<>(files.resources()), said.getDiagnostics());
    }
}
