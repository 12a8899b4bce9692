package dev.asyncfn.processor.differential;

import java.util.Map;

/** Defines compiled classes; what they are written with comes from the parent. */
public abstract class CompiledClassLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    /** @param classes by their binary names */
    protected CompiledClassLoader(Map<String, byte[]> classes) {
        super(CompiledClassLoader.class.getClassLoader());
        this.classes = classes;
    }

    /** What is defined in place of a class file. */
    protected byte[] changed(byte[] bytes) {
        return bytes;
    }

    /** Looks among these classes first, so that the parent need not search the whole class path for each of them. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!classes.containsKey(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] defined = changed(bytes);
        return defineClass(name, defined, 0, defined.length);
    }
}
