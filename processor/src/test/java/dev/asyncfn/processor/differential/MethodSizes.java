package dev.asyncfn.processor.differential;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Measures methods in bytes of their code, as HotSpot does when it decides whether to compile them. */
final class MethodSizes extends ClassVisitor {
    /** HotSpot's {@code HugeMethodLimit}: what is larger is interpreted for ever. */
    private static final int HUGE_METHOD_LIMIT = 8000;

    private final Map<String, Integer> sizes = new TreeMap<>();
    private String className;

    private MethodSizes() {
        // Only a writer gives offsets to labels.
        super(Opcodes.ASM9, new ClassWriter(0));
    }

    /** The methods that the JIT leaves alone, and their sizes. What initialises a class runs once and may be large. */
    static Map<String, Integer> hugeMethods(Collection<byte[]> classFiles) {
        Map<String, Integer> huge = new TreeMap<>();
        classFiles.forEach(classFile -> huge.putAll(in(classFile)));
        huge.keySet().removeIf(method -> method.contains(".<clinit>") || method.contains(".$values()"));
        huge.values().removeIf(size -> size <= HUGE_METHOD_LIMIT);
        return huge;
    }

    /** The size of each method of a class, by its name with that of the class and its descriptor. */
    static Map<String, Integer> in(byte[] classFile) {
        MethodSizes visitor = new MethodSizes();
        new ClassReader(classFile).accept(visitor, 0);
        return visitor.sizes;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        className = name;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        String method = className + "." + name + descriptor;
        return new MethodVisitor(api, super.visitMethod(access, name, descriptor, signature, exceptions)) {
            @Override
            public void visitMaxs(int maxStack, int maxLocals) {
                Label end = new Label();
                visitLabel(end);
                super.visitMaxs(maxStack, maxLocals);
                sizes.put(method, end.getOffset());
            }
        };
    }
}
