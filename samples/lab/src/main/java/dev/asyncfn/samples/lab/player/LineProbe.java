package dev.asyncfn.samples.lab.player;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Calls {@link Probe#line} where a line begins. The call stands before the first instruction of the line, and so after the stack map frame
 * that may come in between.
 */
final class LineProbe extends MethodVisitor {
    private static final int NONE = -1;

    private final String facade;
    private int begun = NONE;

    LineProbe(MethodVisitor next, String facade) {
        super(Opcodes.ASM9, next);
        this.facade = facade;
    }

    @Override
    public void visitLineNumber(int line, Label start) {
        super.visitLineNumber(line, start);
        begun = line;
    }

    private void tell() {
        if (begun != NONE) {
            int line = begun;
            begun = NONE;
            super.visitLdcInsn(facade);
            super.visitLdcInsn(line);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, Type.getInternalName(Probe.class), "line", "(Ljava/lang/String;I)V", false);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        tell();
        super.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        tell();
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int index) {
        tell();
        super.visitVarInsn(opcode, index);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        tell();
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        tell();
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        tell();
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        tell();
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        tell();
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
        tell();
        super.visitLdcInsn(value);
    }

    @Override
    public void visitIincInsn(int index, int increment) {
        tell();
        super.visitIincInsn(index, increment);
    }

    @Override
    public void visitTableSwitchInsn(int least, int most, Label otherwise, Label... labels) {
        tell();
        super.visitTableSwitchInsn(least, most, otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        tell();
        super.visitLookupSwitchInsn(otherwise, keys, labels);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        tell();
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }
}
