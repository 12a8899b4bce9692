package dev.asyncfn.processor.differential;

import java.util.Map;

/** Defines the compiled classes of the corpus; their libraries come from the parent. */
final class BodyClassLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    BodyClassLoader(Map<String, byte[]> classes) {
        super(BodyClassLoader.class.getClassLoader());
        this.classes = classes;
    }

    Class<?> load(String name) {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " was not compiled", e);
        }
    }

    /** Its own classes first: the parent would search the whole class path for each of them, in vain. */
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
        return defineClass(name, bytes, 0, bytes.length);
    }
}
