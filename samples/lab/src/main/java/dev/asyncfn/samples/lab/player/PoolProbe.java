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

    /** From the call to the method of {@link Probe}; that of an instance gets the instance first. */
    private static final Map<String, String> IN_PLACE_OF = Map.of(
            POOL + ".create()L" + POOL + ";", "pool",
            POOL + ".of(I)L" + POOL + ";", "pool",
            POOL + ".on(Ljava/util/concurrent/Executor;)L" + POOL + ";", "pool",
            BUILDER + ".build()L" + POOL + ";", "build",
            BUILDER + ".build(Ljava/util/concurrent/Executor;)L" + POOL + ";", "build",
            BUILDER + ".hooks(Ldev/asyncfn/executor/TaskHooks;)L" + BUILDER + ";", "hooks",
            POOL + ".close()V", "close",
            POOL + ".close(Ljava/time/Duration;)V", "close",
            POOL + ".awaitTasks(Ljava/time/Duration;)Z", "awaitTasks",
            POOL + ".awaitTermination(Ljava/time/Duration;)Z", "awaitTermination");

    PoolProbe(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        String probe = IN_PLACE_OF.get(owner + "." + name + descriptor);
        if (probe == null) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        } else {
            String with = opcode == Opcodes.INVOKESTATIC ? descriptor : "(L" + owner + ";" + descriptor.substring(1);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBE, probe, with, false);
        }
    }
}
