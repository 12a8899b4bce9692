package dev.asyncfn.samples.lab.player;

import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Gives the program pools whose threads are the reader: puts calls of {@link Probe} where it makes or closes one. */
final class PoolProbe extends MethodVisitor {
    private static final String PROBE = Type.getInternalName(Probe.class);
    private static final String POOL = "dev/asyncfn/executor/ThreadPool";
    private static final String BUILDER = POOL + "$Builder";

    private static final String LOCAL = "dev/asyncfn/executor/LocalPool";
    private static final String LOCAL_BUILDER = LOCAL + "$Builder";

    /** From the call to the method of {@link Probe}; that of an instance gets the instance first. */
    private static final Map<String, String> IN_PLACE_OF = Map.ofEntries(
            Map.entry(POOL + ".create()L" + POOL + ";", "pool"),
            Map.entry(POOL + ".of(I)L" + POOL + ";", "pool"),
            Map.entry(POOL + ".on(Ljava/util/concurrent/Executor;)L" + POOL + ";", "pool"),
            Map.entry(BUILDER + ".build()L" + POOL + ";", "build"),
            Map.entry(BUILDER + ".build(Ljava/util/concurrent/Executor;)L" + POOL + ";", "build"),
            Map.entry(BUILDER + ".hooks(Ldev/asyncfn/executor/TaskHooks;)L" + BUILDER + ";", "hooks"),
            Map.entry(POOL + ".close()V", "close"),
            Map.entry(POOL + ".close(Ljava/time/Duration;)V", "close"),
            Map.entry(POOL + ".awaitTasks(Ljava/time/Duration;)Z", "awaitTasks"),
            Map.entry(POOL + ".awaitTermination(Ljava/time/Duration;)Z", "awaitTermination"),
            Map.entry(LOCAL_BUILDER + ".build()L" + LOCAL + ";", "build"),
            Map.entry(LOCAL_BUILDER + ".hooks(Ldev/asyncfn/executor/TaskHooks;)L" + LOCAL_BUILDER + ";", "hooks"),
            Map.entry(LOCAL + ".run()V", "run"),
            Map.entry(LOCAL + ".runUntil(Ldev/asyncfn/Future;)Ljava/lang/Object;", "runUntil"),
            Map.entry(LOCAL + ".runUntil(Ldev/asyncfn/TryFuture;)Ljava/lang/Object;", "runUntil"),
            Map.entry(LOCAL + ".close()V", "close"),
            Map.entry(LOCAL + ".close(Ljava/time/Duration;)V", "close"));

    PoolProbe(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        String probe = IN_PLACE_OF.get(owner + "." + name + descriptor);
        if (owner.equals(LOCAL) && name.equals("<init>")) {
            make(descriptor);
        } else if (probe == null) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        } else {
            String with = opcode == Opcodes.INVOKESTATIC ? descriptor : "(L" + owner + ";" + descriptor.substring(1);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBE, probe, with, false);
        }
    }

    /** The two references to the pool that was to be initialized are below the one that is made in its place. */
    private void make(String descriptor) {
        String made = descriptor.replace(")V", ")L" + LOCAL + ";");
        super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBE, "localPool", made, false);
        super.visitInsn(Opcodes.DUP_X2);
        super.visitInsn(Opcodes.POP);
        super.visitInsn(Opcodes.POP);
        super.visitInsn(Opcodes.POP);
    }
}
