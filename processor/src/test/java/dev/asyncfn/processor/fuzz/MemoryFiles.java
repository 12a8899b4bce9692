package dev.asyncfn.processor.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps what one run of javac writes in memory; reads the libraries through a file manager that all runs share. */
public final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, MemoryFile> classes = new TreeMap<>();
    private final Map<String, MemoryFile> sources = new TreeMap<>();
    private final UnaryOperator<String> sabotage;

    /** @param sabotage is applied to each generated source: the fuzzer's own tests break it */
    public MemoryFiles(JavaFileManager shared, UnaryOperator<String> sabotage) {
        super(shared);
        this.sabotage = sabotage;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        boolean isClass = kind == JavaFileObject.Kind.CLASS;
        MemoryFile file = new MemoryFile(className, kind, isClass ? UnaryOperator.identity() : sabotage);
        (isClass ? classes : sources).put(className, file);
        return file;
    }

    /** The shared one goes on. */
    @Override
    public void close() {
        // Nothing of its own is open.
    }

    Map<String, byte[]> classes() {
        return classes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().bytes()));
    }

    Map<String, String> sources() {
        return sources.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().text()));
    }

    /** The text of a source that javac is to compile. */
    public static JavaFileObject source(String className, String text) {
        MemoryFile file = new MemoryFile(className, JavaFileObject.Kind.SOURCE, UnaryOperator.identity());
        file.content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private static final class MemoryFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final UnaryOperator<String> sabotage;

        MemoryFile(String className, Kind kind, UnaryOperator<String> sabotage) {
            super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
            this.sabotage = sabotage;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes());
        }

        @Override
        public OutputStream openOutputStream() {
            return content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text();
        }

        String text() {
            return sabotage.apply(content.toString(StandardCharsets.UTF_8));
        }

        byte[] bytes() {
            return content.toByteArray();
        }
    }
}
