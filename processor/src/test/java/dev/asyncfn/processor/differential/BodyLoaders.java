package dev.asyncfn.processor.differential;

import dev.asyncfn.AsyncTable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The class loaders of bodies. A run must not see the static state of another, so it has its own loader. Bodies without static state, in
 * their file and in those that they use, share one loader: loading classes takes most of a short run.
 */
final class BodyLoaders {
    private static final int CLASS_ITEM = 7;

    private final Map<String, byte[]> classes;
    private final Path resources;
    private final Map<String, BodyClassLoader> shared = new ConcurrentHashMap<>();
    private final Map<String, File> files = new HashMap<>();

    /** What a top-level class and those in it have and need. */
    private static final class File {
        boolean hasState;
        final Set<String> needed = new HashSet<>();
    }

    BodyLoaders(Map<String, byte[]> classes, Path resources) {
        this.classes = classes;
        this.resources = resources;
        classes.forEach(this::read);
    }

    /** @param assertions whether they are enabled: that is decided before a class is loaded */
    BodyClassLoader loader(String className, boolean assertions) {
        return hasState(className)
                ? newLoader(assertions)
                : shared.computeIfAbsent(className + " " + assertions, key -> newLoader(assertions));
    }

    private BodyClassLoader newLoader(boolean assertions) {
        BodyClassLoader loader = new BodyClassLoader(classes, resources);
        loader.setDefaultAssertionStatus(assertions);
        return loader;
    }

    private boolean hasState(String className) {
        Set<String> reached = new HashSet<>();
        reach(topLevel(className), reached);
        reach(topLevel(className) + "Async", reached);
        return reached.stream().anyMatch(name -> files.get(name).hasState);
    }

    private void reach(String name, Set<String> reached) {
        if (files.containsKey(name) && reached.add(name)) {
            files.get(name).needed.forEach(other -> reach(other, reached));
        }
    }

    private void read(String className, byte[] bytes) {
        File file = files.computeIfAbsent(topLevel(className), name -> new File());
        ClassReader reader = new ClassReader(bytes);
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == CLASS_ITEM) {
                file.needed.add(topLevel(reader.readUTF8(offset, buffer).replace('/', '.')));
            }
        }
        boolean isEnum = (reader.getAccess() & Opcodes.ACC_ENUM) != 0;
        boolean isSynthetic =
                (reader.getAccess() & Opcodes.ACC_SYNTHETIC) != 0; // such as the numbers of an enum's constants
        if (!isSynthetic) {
            reader.accept(new StateFinder(file, isEnum), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        }
    }

    private static String topLevel(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }

    /**
     * A class has state if it has static fields, or an initializer, which may do anything. The constants of an enum are none, and neither
     * are what bridges and tables look up once, nor the initializers that do no more than that.
     */
    private static final class StateFinder extends ClassVisitor {
        private static final Set<String> LOOKED_UP = Set.of(
                Type.getDescriptor(MethodHandle.class),
                Type.getDescriptor(VarHandle.class),
                Type.getDescriptor(AsyncTable.class));

        private final File file;
        private final boolean isEnum;
        private boolean looksUp;

        StateFinder(File file, boolean isEnum) {
            super(Opcodes.ASM9);
            this.file = file;
            this.isEnum = isEnum;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String signature, Object constant) {
            boolean ofEnum = (access & (Opcodes.ACC_ENUM | Opcodes.ACC_SYNTHETIC)) != 0;
            boolean lookedUp = (access & Opcodes.ACC_FINAL) != 0 && LOOKED_UP.contains(type);
            looksUp |= lookedUp;
            file.hasState |= (access & Opcodes.ACC_STATIC) != 0 && constant == null && !ofEnum && !lookedUp;
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            file.hasState |= name.equals("<clinit>") && !isEnum && !looksUp; // fields come first
            return null;
        }
    }
}
