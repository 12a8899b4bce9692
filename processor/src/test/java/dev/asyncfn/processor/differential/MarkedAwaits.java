package dev.asyncfn.processor.differential;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods that {@code @AwaitVia} marks. The annotation is kept in class files only. */
final class MarkedAwaits extends ClassVisitor {
    private static final String MARK = "Ldev/asyncfn/AwaitVia;";

    private final Set<String> marked = new HashSet<>();
    private String className;

    private MarkedAwaits() {
        super(Opcodes.ASM9);
    }

    /** Each as {@code class.method}. */
    static Set<String> in(Collection<byte[]> classFiles) {
        MarkedAwaits visitor = new MarkedAwaits();
        for (byte[] classFile : classFiles) {
            new ClassReader(classFile).accept(visitor, ClassReader.SKIP_CODE);
        }
        return visitor.marked;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        className = name.replace('/', '.');
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        String method = className + "." + name;
        return new MethodVisitor(api) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                if (annotation.equals(MARK)) {
                    marked.add(method);
                }
                return null;
            }
        };
    }
}
