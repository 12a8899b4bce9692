package dev.asyncfn.processor.collect;

import dev.asyncfn.Future;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles files into a folder, which is on the class path as well: so it holds what earlier compilations have left.
 *
 * @param classes the folder
 */
record FolderCompiler(Path classes) {
    /** What javac says; nothing if all is well. */
    String compile(List<String> options, List<Processor> processors, Path... files)
            throws IOException, URISyntaxException {
        Path api = Path.of(
                Future.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> all =
                new ArrayList<>(List.of("-cp", api + File.pathSeparator + classes, "-d", classes.toString()));
        all.addAll(options);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(said, manager, null, all, null, manager.getJavaFileObjects(files));
            task.setProcessors(processors);
            task.call();
        }
        return said.toString();
    }

    /** The names of the class files, without their folders. */
    List<String> classFiles() throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .toList();
        }
    }
}
