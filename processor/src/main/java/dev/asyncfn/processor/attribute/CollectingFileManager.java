package dev.asyncfn.processor.attribute;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** Keeps in memory what processors write. */
final class CollectingFileManager extends InnerFileManager {
    private final String hidden;
    private final Map<String, Written> sources = new LinkedHashMap<>();
    private final Map<String, Written> resources = new LinkedHashMap<>();

    /** @param hidden a class of the platform that the compilation is not to see; null for none */
    CollectingFileManager(JavaFileManager platform, OuterClassPath classPath, String hidden) {
        super(platform, classPath);
        this.hidden = hidden;
    }

    private static final class Written extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Written(String path, Kind kind) {
            super(URI.create("asyncfn:///" + path), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            bytes.reset();
            return bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes.toByteArray());
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    Map<String, String> sources() {
        return texts(sources);
    }

    Map<String, String> resources() {
        return texts(resources);
    }

    private static Map<String, String> texts(Map<String, Written> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, file) -> texts.put(name, file.getCharContent(true).toString()));
        return texts;
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.CLASS_OUTPUT || super.hasLocation(location);
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        Iterable<JavaFileObject> all = super.list(location, packageName, kinds, recurse);
        if (hidden == null || !hidden.startsWith(packageName + ".")) {
            return all;
        }
        List<JavaFileObject> seen = new ArrayList<>();
        all.forEach(file -> {
            if (!hidden.equals(inferBinaryName(location, file))) {
                seen.add(file);
            }
        });
        return seen;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(Location location, String name, Kind kind, FileObject sibling) {
        Written file = new Written(name.replace('.', '/') + kind.extension, kind);
        if (kind == Kind.SOURCE) {
            sources.put(name, file);
        }
        return file;
    }

    @Override
    public FileObject getFileForOutput(Location location, String packageName, String path, FileObject sibling) {
        return resources.computeIfAbsent(
                packageName.isEmpty() ? path : packageName.replace('.', '/') + "/" + path,
                whole -> new Written(whole, Kind.OTHER));
    }

    @Override
    public FileObject getFileForInput(Location location, String packageName, String path) {
        return null; // nothing was written before
    }

    @Override
    public JavaFileObject getJavaFileForInput(Location location, String name, Kind kind) throws IOException {
        return location == StandardLocation.CLASS_OUTPUT ? null : super.getJavaFileForInput(location, name, kind);
    }
}
