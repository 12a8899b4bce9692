package dev.asyncfn.corpus;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A compilation unit in memory. */
final class SourceFile extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    /** @param path from the root of the sources, with slashes */
    SourceFile(String path, String text) {
        super(URI.create("memory:///" + path), Kind.SOURCE);
        this.path = path;
        this.text = text;
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
