package dev.asyncfn.samples.lab;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** The files of one compilation. What it writes stays in memory. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Output> classes = new TreeMap<>();
    private final Map<String, Output> resources = new TreeMap<>();
    /** The names of the classes that the reader has written, not the processor. */
    private final Set<String> written = new TreeSet<>();

    MemoryFiles(JavaFileManager files) {
        super(files);
    }

    /** A file that the reader has written. */
    static final class Source extends SimpleJavaFileObject {
        private final String path;
        private final String text;

        Source(String path, String text) {
            super(URI.create("lab:///" + path), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public String getName() {
            return path;
        }
    }

    private static final class Output extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String path, Kind kind) {
            super(URI.create("lab:///output/" + path), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            bytes.reset();
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        Output output = new Output(className.replace('.', '/') + kind.extension, kind);
        if (kind == JavaFileObject.Kind.CLASS) {
            classes.put(className, output);
            if (sibling instanceof Source) {
                written.add(className);
            }
        }
        return output;
    }

    @Override
    public FileObject getFileForOutput(Location location, String packageName, String name, FileObject sibling) {
        String path = (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + name;
        Output output = new Output(path, JavaFileObject.Kind.OTHER);
        resources.put(path, output);
        return output;
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.toUri().equals(b.toUri());
    }

    /** By binary name. */
    Map<String, byte[]> classes() {
        return contents(classes);
    }

    /** The binary names of the classes that the reader has written. */
    Set<String> written() {
        return written;
    }

    /** By path. */
    Map<String, byte[]> resources() {
        return contents(resources);
    }

    private static Map<String, byte[]> contents(Map<String, Output> outputs) {
        Map<String, byte[]> contents = new TreeMap<>();
        outputs.forEach((name, output) -> contents.put(name, output.bytes.toByteArray()));
        return contents;
    }
}
