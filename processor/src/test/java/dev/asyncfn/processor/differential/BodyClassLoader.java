package dev.asyncfn.processor.differential;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Defines the compiled classes of the corpus, and finds the resources beside them. */
final class BodyClassLoader extends CompiledClassLoader {
    private final Path resources;

    BodyClassLoader(Map<String, byte[]> classes, Path resources) {
        super(classes);
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
}
