package dev.asyncfn.samples.lab.player;

import java.util.Map;

/** Defines the classes of one execution: those of the reader, and those that the processor made of them. */
final class PlayLoader extends ClassLoader {
    private static final String FACADE = "Async";
    private static final String BRIDGE = "Async$Bridge";

    private final Map<String, byte[]> classes;

    /** @param classes as {@link #prepared} gives them, by binary name */
    PlayLoader(Map<String, byte[]> classes) {
        super(PlayLoader.class.getClassLoader());
        this.classes = classes;
    }

    /**
     * Checks a class, and puts the probes in.
     *
     * @param generated whether the processor has made it
     * @throws SecurityException if it uses something that is not permitted
     */
    static byte[] prepared(String name, byte[] bytes, boolean generated, Map<String, byte[]> all) {
        Permitted.check(bytes, all::containsKey, generated && name.endsWith(BRIDGE));
        return generated ? Probes.withLines(bytes, facadeOf(name)) : Probes.withStart(bytes);
    }

    /** The facade that a generated class belongs to. */
    private static String facadeOf(String name) {
        int nested = name.indexOf(FACADE + "$");
        return nested < 0 ? name : name.substring(0, nested + FACADE.length());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && classes.containsKey(name)) {
                byte[] bytes = classes.get(name);
                loaded = defineClass(name, bytes, 0, bytes.length);
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
    }
}
