package dev.asyncfn.samples.lab.player;

import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;

/**
 * What code in the lab may use. A link that somebody sends has code in it, which runs as soon as it is opened, so that this is a list of what is
 * permitted, not of what is forbidden: nothing on it reaches files, sockets, processes, or what other classes keep private.
 */
final class Permitted {
    private static final int CLASS = 7;
    private static final Set<Integer> MEMBERS = Set.of(9, 10, 11);

    private static final Set<String> PACKAGES = Set.of(
            "java/util",
            "java/util/concurrent",
            "java/util/concurrent/atomic",
            "java/util/concurrent/locks",
            "java/util/function",
            "java/util/random",
            "java/util/regex",
            "java/util/stream",
            "java/math",
            "java/time",
            "java/time/chrono",
            "java/time/format",
            "java/time/temporal",
            "java/lang",
            "java/lang/annotation",
            "java/lang/runtime",
            "javax/annotation/processing",
            "dev/asyncfn",
            "dev/asyncfn/executor",
            "dev/asyncfn/future",
            "dev/asyncfn/interop",
            "dev/asyncfn/stream",
            "dev/asyncfn/sync",
            "dev/asyncfn/test",
            "dev/asyncfn/time",
            "support");

    /** Of other packages, these. */
    private static final Set<String> CLASSES = Set.of(
            "java/io/Closeable",
            "java/io/EOFException",
            "java/io/FileNotFoundException",
            "java/io/IOException",
            "java/io/InterruptedIOException",
            "java/io/PrintStream",
            "java/io/Serializable",
            "java/io/UncheckedIOException",
            "java/lang/invoke/LambdaMetafactory",
            "java/lang/invoke/MethodHandle",
            "java/lang/invoke/MethodHandles",
            "java/lang/invoke/MethodHandles$Lookup",
            "java/lang/invoke/MethodType",
            "java/lang/invoke/SerializedLambda",
            "java/lang/invoke/StringConcatFactory",
            "java/lang/invoke/VarHandle",
            "java/text/DecimalFormat",
            "java/text/NumberFormat",
            "java/text/ParseException");

    /** Of the packages, not these. */
    private static final Set<String> NOT = Set.of(
            "java/lang/ClassLoader",
            "java/lang/Module",
            "java/lang/ModuleLayer",
            "java/lang/Process",
            "java/lang/ProcessBuilder",
            "java/lang/ProcessHandle",
            "java/lang/Runtime",
            "java/lang/SecurityManager",
            "java/lang/StackWalker",
            "java/util/Formatter",
            "java/util/ResourceBundle",
            "java/util/ServiceLoader");

    private static final Set<String> OF_CLASS = Set.of(
            "cast",
            "desiredAssertionStatus",
            "equals",
            "getEnumConstants",
            "getName",
            "getSimpleName",
            "getTypeName",
            "hashCode",
            "isInstance",
            "toString");
    private static final Set<String> OF_SYSTEM =
            Set.of("arraycopy", "currentTimeMillis", "err", "identityHashCode", "lineSeparator", "nanoTime", "out");

    private Permitted() {}

    /**
     * Looks at everything that a class refers to.
     *
     * @param own whether a class, given by its binary name, is one of the reader's
     * @param bridge whether the processor has written all of it, to reach private members of the reader's class
     * @throws SecurityException names the first thing that is not permitted
     */
    static void check(byte[] bytes, Predicate<String> own, boolean bridge) {
        ClassReader reader = new ClassReader(bytes);
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at == 0) {
                continue; // the second half of a long
            }
            int tag = reader.readByte(at - 1);
            if (tag == CLASS) {
                checkClass(elementOf(reader.readUTF8(at, buffer)), own);
            } else if (MEMBERS.contains(tag) && !bridge) {
                int name = reader.getItem(reader.readUnsignedShort(at + 2));
                checkMember(reader.readClass(at, buffer), reader.readUTF8(name, buffer));
            }
        }
    }

    private static void checkClass(String name, Predicate<String> own) {
        boolean permitted = CLASSES.contains(name)
                || PACKAGES.contains(name.substring(0, Math.max(0, name.lastIndexOf('/'))))
                        && !NOT.contains(outer(name));
        if (!name.isEmpty() && !permitted && !own.test(name.replace('/', '.'))) {
            throw new SecurityException("the lab does not permit " + name.replace('/', '.'));
        }
    }

    private static void checkMember(String owner, String name) {
        boolean permitted = switch (owner) {
            case "java/lang/Class" -> OF_CLASS.contains(name);
            case "java/lang/System" -> OF_SYSTEM.contains(name);
            case "java/io/PrintStream" -> !name.equals("<init>") && !name.equals("close");
            case "java/lang/invoke/MethodHandles", "java/lang/invoke/MethodHandles$Lookup" -> false;
            case "java/lang/Thread" -> !name.contains("ContextClassLoader") && !name.contains("AllStackTraces");
            default -> true;
        };
        if (!permitted) {
            throw new SecurityException("the lab does not permit " + owner.replace('/', '.') + "." + name);
        }
    }

    /** The class of an array's elements; empty if they are primitive. */
    private static String elementOf(String name) {
        if (!name.startsWith("[")) {
            return name;
        }
        String element = name.replaceFirst("^\\[+", "");
        return element.startsWith("L") ? element.substring(1, element.length() - 1) : "";
    }

    private static String outer(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
