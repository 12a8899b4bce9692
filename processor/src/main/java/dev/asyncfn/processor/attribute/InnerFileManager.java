package dev.asyncfn.processor.attribute;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardLocation;

/** What the inner compiler can find: the platform, and the outer compiler's classes as its class path. */
class InnerFileManager extends ForwardingJavaFileManager<JavaFileManager> {
    private static final Set<Location> PLATFORM =
            Set.of(StandardLocation.PLATFORM_CLASS_PATH, StandardLocation.SYSTEM_MODULES);

    private final OuterClassPath classPath;

    InnerFileManager(JavaFileManager platform, OuterClassPath classPath) {
        super(platform);
        this.classPath = classPath;
    }

    private static boolean isPlatform(Location location) {
        // A module of the platform is a location too, and no StandardLocation.
        return PLATFORM.contains(location) || !(location instanceof StandardLocation);
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.CLASS_PATH || isPlatform(location) && super.hasLocation(location);
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (location == StandardLocation.CLASS_PATH) {
            return kinds.contains(Kind.CLASS) ? classPath.list(packageName) : List.of();
        }
        return isPlatform(location) ? super.list(location, packageName, kinds, recurse) : List.of();
    }

    @Override
    public Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
        return isPlatform(location) ? super.listLocationsForModules(location) : List.of();
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof InMemoryFile inMemory ? inMemory.binaryName() : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a instanceof InMemoryFile || b instanceof InMemoryFile ? a == b : super.isSameFile(a, b);
    }
}
