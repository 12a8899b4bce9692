package dev.asyncfn.corpus;

import java.util.List;
import java.util.Set;

/** All of the corpus. Their versions, and what they are compiled with, stand in the module's pom. */
final class Libraries {
    private static final List<Library> ALL = List.of(
            Library.tested(
                    "commons-csv",
                    Set.of(
                            "org/apache/commons/csv/CSVBenchmark.java", // needs three other libraries
                            "org/apache/commons/csv/perf/PerformanceTest.java"), // reads 3 million records ten times
                    Set.of()),
            Library.tested(
                    "commons-codec",
                    Set.of( // measure only
                            "org/apache/commons/codec/language/bm/CacheSubSequencePerformanceTest.java",
                            "org/apache/commons/codec/language/bm/PhoneticEnginePerformanceTest.java"),
                    Set.of( // they encode or hash arrays of the greatest length
                            "Base64Test.testCodec265",
                            "MurmurHash3Test.testIncrementalHashWithUnprocessedBytesAndHugeLengthArray",
                            "XXHash32OverflowTest.testIncrementalHashWithUnprocessedBytesAndHugeLengthArray")),
            Library.tested(
                    "commons-collections4",
                    Set.of("org/apache/commons/collections4/GuavaTestlibTest.java"), // needs a JUnit 3
                    Set.of()),
            Library.tested(
                    "commons-lang3",
                    Set.of(),
                    Set.of( // asks each declared method whether it takes a String, the async fns among them
                            "StringUtilsTest.testStringUtilsCharSequenceContract")),
            Library.tested("commons-text", Set.of(), Set.of()),
            Library.compiled("guava"),
            Library.compiled("gson"),
            Library.compiled("picocli"),
            Library.compiled("vavr"),
            Library.compiled("jackson-databind"),
            Library.compiled("assertj-core"),
            Library.compiled(
                    "hkj-core",
                    25,
                    Set.of( // sealed over two packages
                            "org/higherkindedj/hkt/effect/capability/Accumulating.java",
                            "org/higherkindedj/hkt/effect/capability/Chainable.java",
                            "org/higherkindedj/hkt/effect/capability/Effectful.java",
                            "org/higherkindedj/hkt/effect/capability/Recoverable.java")));

    private Libraries() {}

    static Library named(String name) {
        return ALL.stream()
                .filter(library -> library.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such library: " + name));
    }
}
