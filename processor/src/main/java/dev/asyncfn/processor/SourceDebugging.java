package dev.asyncfn.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Adds a source debug extension to the class files of facades, as soon as javac has written each. Programs run without it, so that a failure
 * is only a note.
 */
final class SourceDebugging implements TaskListener {
    private final Elements elements;
    private final Messager messager;
    /** By the name of the facade. */
    private final Map<String, Extension> extensions = new HashMap<>();

    /** @param folder that of the class files */
    private record Extension(Path folder, SourceDebugText text) {}

    private SourceDebugging(Elements elements, Messager messager) {
        this.elements = elements;
        this.messager = messager;
    }

    static SourceDebugging of(ProcessingEnvironment javac) {
        SourceDebugging debugging = new SourceDebugging(javac.getElementUtils(), javac.getMessager());
        JavacTask.instance(javac).addTaskListener(debugging);
        return debugging;
    }

    /**
     * Notes that a facade is to have an extension. Class files that are not in a folder stay as they are.
     *
     * @param name the binary name of the facade
     * @param resource a file among the class files
     * @param path its place below their folder
     */
    void add(String name, URI resource, String path, SourceDebugText text) {
        String root = resource.toString();
        if ("file".equals(resource.getScheme()) && root.endsWith(path)) {
            Path folder = Path.of(URI.create(root.substring(0, root.length() - path.length())));
            extensions.put(name, new Extension(folder, text));
        }
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() != TaskEvent.Kind.GENERATE || type == null) {
            return;
        }
        Extension extension = extensions.get(topLevel(type));
        if (extension != null) {
            String name = elements.getBinaryName(type).toString();
            try {
                extend(extension.folder().resolve(name.replace('.', '/') + ".class"), extension.text());
            } catch (IOException | RuntimeException e) { // the latter for a class file newer than the library knows
                messager.printMessage(
                        Diagnostic.Kind.NOTE,
                        "a debugger will show generated lines of " + name + ": " + e.getMessage());
            }
        }
    }

    /** Around an anonymous class, there is a method first. */
    private String topLevel(TypeElement type) {
        TypeElement outermost = type;
        for (Element around = type; around != null; around = around.getEnclosingElement()) {
            if (around instanceof TypeElement outer) {
                outermost = outer;
            }
        }
        return elements.getBinaryName(outermost).toString();
    }

    /** A class without a line of the user's file stays as it is: in it, a debugger would find no lines at all. */
    private static void extend(Path file, SourceDebugText text) throws IOException {
        ClassReader reader = new ClassReader(Files.readAllBytes(file));
        LineSearch search = new LineSearch(text);
        reader.accept(search, ClassReader.SKIP_FRAMES);
        if (!search.found) {
            return;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visitSource(String source, String debug) {
                        super.visitSource(source, text.toString());
                    }
                },
                0);
        Files.write(file, writer.toByteArray());
    }

    /** Looks for code that comes from the user's file. */
    private static final class LineSearch extends ClassVisitor {
        private final SourceDebugText text;
        private boolean found;

        LineSearch(SourceDebugText text) {
            super(Opcodes.ASM9);
            this.text = text;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLineNumber(int line, Label start) {
                    found |= text.covers(line);
                }
            };
        }
    }
}
