package dev.asyncfn.processor.attribute;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import javax.lang.model.SourceVersion;
import javax.tools.SimpleJavaFileObject;

/** A file that only the inner compilation knows. Its URI has a scheme of its own, since javac may print it. */
abstract class InMemoryFile extends SimpleJavaFileObject {
    private final String binaryName;

    private InMemoryFile(String binaryName, Kind kind) {
        super(URI.create("asyncfn:///" + binaryName.replace('.', '/') + kind.extension), kind);
        this.binaryName = binaryName;
    }

    String binaryName() {
        return binaryName;
    }

    /** The bytes of a class file, made when they are asked for. */
    interface Content {
        byte[] bytes();
    }

    static final class ClassFile extends InMemoryFile {
        private final Content content;

        ClassFile(String binaryName, Content content) {
            super(binaryName, Kind.CLASS);
            this.content = content;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            try {
                return new ByteArrayInputStream(content.bytes());
            } catch (RuntimeException e) { // the outer compiler cannot complete the class
                throw new IOException("cannot describe " + binaryName(), e);
            }
        }
    }

    /** One of the user's files, as the inner compiler is to see it. */
    static final class Source extends InMemoryFile {
        private final InnerText text;

        /** @param binaryName of any class in the file */
        Source(String binaryName, InnerText text) {
            super(binaryName, Kind.SOURCE);
            this.text = text;
        }

        /** How far what stands at an offset of the user's file has moved. */
        int shiftAt(int offset) {
            return text.shiftAt(offset);
        }

        /** The offset in the user's file of what stands at one here. */
        int original(int offset) {
            return text.original(offset);
        }

        /** The outer compiler checks that a public class is in the file of its name. */
        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE && SourceVersion.isIdentifier(simpleName); // not package-info
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text.text();
        }
    }
}
