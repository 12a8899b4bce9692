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

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
