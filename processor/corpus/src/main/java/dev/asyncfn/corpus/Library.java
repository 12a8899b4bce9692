package dev.asyncfn.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A library whose sources and test sources the build unpacks.
 *
 * @param name its artifact's id
 * @param leftOutSources test sources that need what is not on the class path, or measure instead of testing
 * @param leftOutTests methods of test classes
 */
record Library(String name, Set<String> leftOutSources, Set<String> leftOutTests) {
    static final List<Library> ALL = List.of(
            new Library(
                    "commons-csv",
                    Set.of(
                            "org/apache/commons/csv/CSVBenchmark.java", // needs three other libraries
                            "org/apache/commons/csv/perf/PerformanceTest.java"), // reads 3 million records ten times
                    Set.of()),
            new Library(
                    "commons-codec",
                    Set.of( // measure only
                            "org/apache/commons/codec/language/bm/CacheSubSequencePerformanceTest.java",
                            "org/apache/commons/codec/language/bm/PhoneticEnginePerformanceTest.java"),
                    Set.of( // they encode or hash arrays of the greatest length
                            "Base64Test.testCodec265",
                            "MurmurHash3Test.testIncrementalHashWithUnprocessedBytesAndHugeLengthArray",
                            "XXHash32OverflowTest.testIncrementalHashWithUnprocessedBytesAndHugeLengthArray")),
            new Library(
                    "commons-collections4",
                    Set.of("org/apache/commons/collections4/GuavaTestlibTest.java"), // needs a JUnit 3
                    Set.of()));

    static Library named(String name) {
        return ALL.stream()
                .filter(library -> library.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such library: " + name));
    }

    /** Makes a folder as the library's own build has it: its tests look for their files there. */
    void unpack(Path jars, Path folder) {
        Folders.empty(folder);
        new SourceJar(jars.resolve(name + "-sources.jar")).unpack(folder.resolve("src/main"));
        new SourceJar(jars.resolve(name + "-test-sources.jar")).unpack(folder.resolve("src/test"));
    }

    List<SourceFile> sources(Path folder) {
        return Folders.read(folder.resolve("src/main/java"), path -> true);
    }

    List<SourceFile> testSources(Path folder) {
        return Folders.read(folder.resolve("src/test/java"), path -> !leftOutSources.contains(path));
    }
}
