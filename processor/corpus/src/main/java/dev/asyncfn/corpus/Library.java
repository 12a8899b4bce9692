package dev.asyncfn.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A library whose sources the build unpacks.
 *
 * @param name its artifact's id
 * @param release the version of Java that it is compiled for
 * @param leftOut sources that need a named module; their classes are taken from its release
 * @param tests empty if it is only compiled: its tests are not published, or need too much
 */
record Library(String name, int release, Set<String> leftOut, Optional<Tests> tests) {
    /**
     * The library's own tests.
     *
     * @param leftOutSources that need what is not on the class path, or measure instead of testing
     * @param leftOutMethods of test classes
     */
    record Tests(Set<String> leftOutSources, Set<String> leftOutMethods) {}

    /** The oldest that the processor takes. */
    private static final int OLDEST_RELEASE = 17;

    static Library tested(String name, Set<String> leftOutSources, Set<String> leftOutMethods) {
        return new Library(name, OLDEST_RELEASE, Set.of(), Optional.of(new Tests(leftOutSources, leftOutMethods)));
    }

    static Library compiled(String name) {
        return compiled(name, OLDEST_RELEASE, Set.of());
    }

    static Library compiled(String name, int release, Set<String> leftOut) {
        return new Library(name, release, leftOut, Optional.empty());
    }

    Library withoutTests() {
        return new Library(name, release, leftOut, Optional.empty());
    }

    /** Whether this JDK compiles it. */
    boolean isCompilable() {
        return release <= Runtime.version().feature();
    }

    /** Whether a jar of the class path is a release of the library, in the place of which its sources are compiled. */
    boolean isReplaced(String jar) {
        return leftOut.isEmpty() && jar.matches(Pattern.quote(name) + "-\\d.*");
    }

    /** Makes a folder as the library's own build has it: its tests look for their files there. */
    void unpack(Path jars, Path folder) {
        Folders.empty(folder);
        new SourceJar(jars.resolve(name + "-sources.jar")).unpack(folder.resolve("src/main"));
        if (tests.isPresent()) {
            new SourceJar(jars.resolve(name + "-test-sources.jar")).unpack(folder.resolve("src/test"));
        }
    }

    /** All is compiled on the class path, where a module has no name. */
    List<SourceFile> sources(Path folder) {
        return Folders.read(
                folder.resolve("src/main/java"), path -> !path.equals("module-info.java") && !leftOut.contains(path));
    }

    List<SourceFile> testSources(Path folder) {
        Set<String> leftOut = tests.orElseThrow().leftOutSources();
        return Folders.read(folder.resolve("src/test/java"), path -> !leftOut.contains(path));
    }
}
