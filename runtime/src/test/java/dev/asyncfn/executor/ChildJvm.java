package dev.asyncfn.executor;

import dev.asyncfn.Future;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own for a main class of the tests, on the class path: for tests of what an option of the JVM limits. */
public final class ChildJvm {
    private ChildJvm() {}

    /** The folders of the classes of the api, of the runtime, and of its tests. */
    public static List<Path> classPath() {
        return Stream.of(Future.class, ThreadPool.class, ChildJvm.class)
                .map(ChildJvm::folderOf)
                .distinct()
                .toList();
    }

    private static Path folderOf(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        URL url = type.getResource("/" + file);
        try {
            if (url.getProtocol().equals("jar")) { // the api's, where only this module is built
                String jar = url.getPath().substring(0, url.getPath().indexOf('!'));
                return Path.of(new URL(jar).toURI());
            }
            Path path = Path.of(url.toURI());
            for (int i = type.getName().split("\\.").length; i > 0; i--) {
                path = path.getParent();
            }
            return path;
        } catch (URISyntaxException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Runs the main class to its end.
     *
     * @return its output and errors
     */
    public static String run(Class<?> main, List<String> options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")); // told in the output
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8) + "exit "
                    + process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }
}
