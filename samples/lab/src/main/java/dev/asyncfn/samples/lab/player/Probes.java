package dev.asyncfn.samples.lab.player;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Puts calls of {@link Probe} into classes: where a generated class comes to a line, and where the program would run a future or make a pool. */
final class Probes {
    private static final String PROBE = Type.getInternalName(Probe.class);
    private static final String ASYNC = "dev/asyncfn/Async";
    private static final String POLL = "(Ldev/asyncfn/Context;)Ldev/asyncfn/Poll;";

    private Probes() {}

    /**
     * Makes a class report each line that it runs. Enums are left alone, since they hold no code of the async fn.
     *
     * @param facade the binary name of the facade that it belongs to
     */
    static byte[] withLines(byte[] bytes, String facade) {
        boolean isEnum = (new ClassReader(bytes).getAccess() & Opcodes.ACC_ENUM) != 0;
        return isEnum ? bytes : changed(bytes, (name, next) -> new LineProbe(new PoolProbe(next), facade));
    }

    /** A class that hands the future to the reader where it would block on it, or where its {@code main} would poll it. */
    static byte[] withStart(byte[] bytes) {
        return changed(bytes, (name, next) -> new StartProbe(new PoolProbe(next), name.equals("main")));
    }

    private static final class StartProbe extends MethodVisitor {
        private final boolean isMain;

        StartProbe(MethodVisitor next, boolean isMain) {
            super(Opcodes.ASM9, next);
            this.isMain = isMain;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals(ASYNC) && name.equals("blockOn")) {
                probe("start", "(Ldev/asyncfn/Future;)Ljava/lang/Object;");
            } else if (isMain && name.equals("poll") && descriptor.equals(POLL)) {
                probe("start", "(Ldev/asyncfn/Future;Ldev/asyncfn/Context;)Ldev/asyncfn/Poll;");
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }

        private void probe(String name, String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBE, name, descriptor, false);
        }
    }

    private interface Change {
        MethodVisitor of(String name, MethodVisitor next);
    }

    private static byte[] changed(byte[] bytes, Change change) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return name.startsWith("<") ? next : change.of(name, next);
                    }
                },
                0);
        return writer.toByteArray();
    }
}
