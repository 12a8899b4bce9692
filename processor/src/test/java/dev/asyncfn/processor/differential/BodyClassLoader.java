package dev.asyncfn.processor.differential;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Defines the compiled classes of the corpus; their libraries come from the parent. */
final class BodyClassLoader extends ClassLoader {
    private final Map<String, byte[]> classes;
    private final Path resources;

    BodyClassLoader(Map<String, byte[]> classes, Path resources) {
        super(BodyClassLoader.class.getClassLoader());
        this.classes = classes;
        this.resources = resources;
    }

    @Override
    protected URL findResource(String name) {
        Path file = resources.resolve(name);
        try {
            return Files.exists(file) ? file.toUri().toURL() : null;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(name, e);
        }
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
