package dev.asyncfn.processor.fuzz;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Puts a call of {@link Steps#take()} before each backward jump of a class. */
final class StepCounting extends ClassVisitor {
    private StepCounting(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    static byte[] in(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new StepCounting(writer), 0);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        return new Jumps(super.visitMethod(access, name, descriptor, signature, thrown));
    }

    private static final class Jumps extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Jumps(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        /** The call needs no stack, so no frame changes. */
        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(Steps.class), "take", "()V", false);
            }
            super.visitJumpInsn(opcode, target);
        }
    }
}
