package dev.asyncfn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The source lines from which a generated class was made. The annotation processor writes one text for each class of futures,
 * {@code META-INF/asyncfn/<binary name>.lines}, in UTF-8, of lines of words:
 *
 * <pre>
 * asyncfn-lines 1                         the format's version
 * class com.example.Users                 the class that declares the async fns
 * source Users.java                       and its file
 * bridge Access                           a nested class that only passes calls on
 * table Table                             another one
 * future GetUserFuture getUser            a nested class, and the method it was made from
 * block GetUserFuture$UserBlock getUser UserBlock      the same for an async block of the method
 * state AWAIT_READ_DATA 16                a state of that future, and the source line of its await
 * line 95 resumed                         from this line of the generated file on: the line where the future is suspended
 * line 98 16                              from this line of the generated file on: a line of the source; 0 is none
 * </pre>
 *
 * <p>Lines that start with another word are ignored, for later versions. Immutable.
 */
final class SourceLines {
    /** Stands for the line at which a future was suspended. */
    private static final int RESUMED = -1;

    private static final int UNKNOWN = -1;

    /** By the outermost class, and unloaded with it. An empty table stands for none. */
    private static final ClassValue<SourceLines> CACHE = new ClassValue<>() {
        @Override
        protected SourceLines computeValue(Class<?> facade) {
            return read(facade);
        }
    };

    /** @param block the name of an async block in the method; null for the method itself */
    private record Fn(String method, String block, Map<String, Integer> states) {
        /** What stack traces call it: a block is a lambda, as when its method runs blocking, but has a name. */
        String shownName() {
            return block == null ? method : "lambda$" + method + "$" + block;
        }

        /**
         * The line at which a future is suspended, or was.
         *
         * @param suspendedAt null, or no state of suspension, if that is not known: with a single await it does not matter
         */
        int lineOf(String suspendedAt) {
            if (states.containsKey(suspendedAt)) {
                return states.get(suspendedAt);
            }
            List<Integer> awaits = new ArrayList<>();
            states.forEach((state, line) -> {
                if (!state.equals("START")) {
                    awaits.add(line);
                }
            });
            return awaits.size() == 1 ? awaits.get(0) : UNKNOWN;
        }
    }

    private final String facade;
    private final Map<String, Fn> fns = new HashMap<>();
    private final TreeMap<Integer, Integer> lines = new TreeMap<>();
    private String declaringClass;
    private String file;
    private String bridge;
    private String table;

    private SourceLines(String facade) {
        this.facade = facade;
    }

    /** Null if nothing is known about the class. */
    static SourceLines of(Class<?> type) {
        Class<?> facade = type.getNestHost();
        if (!facade.getName().endsWith("Async")) {
            return null;
        }
        SourceLines known = CACHE.get(facade);
        return known.declaringClass == null ? null : known;
    }

    static StackTraceElement location(Traced future) {
        SourceLines lines = of(future.getClass());
        Fn fn = lines == null
                ? null
                : lines.fns.get(lines.nested(future.getClass().getName()));
        if (fn == null) {
            return null;
        }
        int line = fn.lineOf(future.suspendedAt());
        return new StackTraceElement(lines.declaringClass, fn.shownName(), lines.file, line);
    }

    /** The frame that a suspended future would have in a trace, if it were polled. */
    static StackTraceElement frame(Traced future) {
        Class<?> type = future.getClass();
        StackTraceElement at = location(future);
        Module module = type.getModule();
        String loader =
                type.getClassLoader() == null ? null : type.getClassLoader().getName();
        return new StackTraceElement(
                "app".equals(loader) ? null : loader,
                module.getName(),
                module.isNamed() ? module.getDescriptor().rawVersion().orElse(null) : null,
                at == null ? type.getName() : at.getClassName(),
                at == null ? "poll" : at.getMethodName(),
                at == null ? null : at.getFileName(),
                at == null ? UNKNOWN : at.getLineNumber());
    }

    private static SourceLines read(Class<?> facade) {
        SourceLines lines = new SourceLines(facade.getName());
        // No module encapsulates META-INF, because it is not a package name.
        try (InputStream in = facade.getResourceAsStream("/META-INF/asyncfn/" + facade.getName() + ".lines")) {
            if (in != null) {
                lines.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            }
            return lines;
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return new SourceLines(facade.getName()); // a damaged file is as good as none
        }
    }

    private void read(BufferedReader in) throws IOException {
        if (!"asyncfn-lines 1".equals(in.readLine())) {
            return;
        }
        Map<String, Integer> states = Map.of();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "class" -> declaringClass = words[1];
                case "source" -> file = line.substring("source ".length());
                case "bridge" -> bridge = words[1];
                case "table" -> table = words[1];
                case "future" -> {
                    states = new HashMap<>();
                    fns.put(words[1], new Fn(words[2], null, states));
                }
                case "block" -> {
                    states = new HashMap<>();
                    fns.put(words[1], new Fn(words[2], words[3], states));
                }
                case "state" -> states.put(words[1], Integer.valueOf(words[2]));
                case "line" ->
                    lines.put(
                            Integer.valueOf(words[1]),
                            words[2].equals("resumed") ? RESUMED : Integer.parseInt(words[2]));
                default -> {}
            }
        }
    }

    private String nested(String className) {
        return className.substring(Math.min(className.length(), facade.length() + 1));
    }

    /** Whether the class is a future's, so that its frames stand for an async fn. */
    boolean isFuture(String className) {
        return fns.containsKey(nested(className));
    }

    /** Whether a frame stands for nothing in the source: that of a factory, of a future's constructor, of the bridge, or of a table. */
    boolean isOwn(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.equals(facade)
                || nested(type).equals(bridge)
                || nested(type).equals(table)
                || isFuture(type) && frame.getMethodName().equals("<init>");
    }

    /**
     * The frame that replaces the frames of a future.
     *
     * @param frame the innermost of them
     * @param future the future, or null if that is not known
     */
    StackTraceElement restored(StackTraceElement frame, Traced future) {
        Fn fn = fns.get(nested(frame.getClassName()));
        if (frame.getLineNumber() <= 0) {
            return element(frame, fn.shownName(), UNKNOWN); // a class file without lines
        }
        int line = sourceLine(frame.getLineNumber());
        return element(
                frame, fn.shownName(), line > 0 ? line : fn.lineOf(future == null ? null : future.suspendedAt()));
    }

    /** Whether a frame stands at a line that comes from the source, not where a suspended future is polled. */
    boolean isOfSource(StackTraceElement frame) {
        return sourceLine(frame.getLineNumber()) > 0;
    }

    /** The frame that replaces the frame of a lambda in the body. */
    StackTraceElement restoredLambda(StackTraceElement frame) {
        String name = frame.getMethodName();
        String number = name.substring(name.lastIndexOf('$'));
        int line = sourceLine(frame.getLineNumber());
        String method = fns.get(nested(frame.getClassName())).method;
        return line > 0 ? element(frame, "lambda$" + method + number, line) : frame;
    }

    private int sourceLine(int generated) {
        Map.Entry<Integer, Integer> entry = generated > 0 ? lines.floorEntry(generated) : null;
        return entry == null ? 0 : entry.getValue();
    }

    private StackTraceElement element(StackTraceElement frame, String method, int line) {
        String loader = frame.getClassLoaderName();
        return new StackTraceElement(
                "app".equals(loader) ? null : loader, // as the JVM's own frames print it
                frame.getModuleName(),
                frame.getModuleVersion(),
                declaringClass,
                method,
                file,
                line);
    }
}
