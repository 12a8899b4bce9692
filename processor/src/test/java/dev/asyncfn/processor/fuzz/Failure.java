package dev.asyncfn.processor.fuzz;

import dev.asyncfn.processor.symbols.Difference;
import java.util.List;
import java.util.stream.Collectors;

/** How a program's future fails it. */
record Failure(Kind kind, String signature, String details) {
    enum Kind {
        /** The processor rejects it, or fails. */
        REJECTED,
        /** What was generated does not compile. */
        UNCOMPILABLE,
        /** What was generated compiles, but not to valid classes. */
        UNVERIFIABLE,
        /** The future does something else than its body. */
        DIFFERS,
        /** It refers to other symbols, types or values than its body. */
        SYMBOLS_DIFFER,
        /** Dropping it does something else than cleaning up. */
        DROP_DIFFERS,
        /** It goes against the rules of futures. */
        VIOLATES,
        /** It does not end. */
        HANGS,
        /** To compile it takes for ever, or all memory. */
        COMPILES_FOR_EVER
    }

    static Failure of(Kind kind, String details) {
        return new Failure(kind, kind.toString(), details);
    }

    /** @param errors javac's, of a class whose own source compiles */
    static Failure uncompilable(String errors) {
        String first = errors.lines().findFirst().orElseThrow();
        Kind kind = first.contains("[asyncfn:") ? Kind.REJECTED : Kind.UNCOMPILABLE;
        return new Failure(kind, kind + " " + withoutNames(errors), errors);
    }

    /** @param differences at least one */
    static Failure symbols(List<Difference> differences) {
        String all = differences.stream().map(Difference::toString).collect(Collectors.joining("\n"));
        String first = differences.get(0).what().lines().findFirst().orElseThrow();
        return new Failure(Kind.SYMBOLS_DIFFER, Kind.SYMBOLS_DIFFER + " " + first.replaceAll("\\d+", "N"), all);
    }

    /** Without what differs between programs with the same fault. */
    private static String withoutNames(String errors) {
        String message = errors.lines().findFirst().orElseThrow().replaceFirst("^\\S+:-?\\d+: ", "");
        return message.replaceAll("[`\"'].*?[`\"']", "_")
                .replaceAll("\\b(variable|symbol|method|class) \\S+", "$1 _")
                .replaceAll("\\d+", "N");
    }

    boolean isLike(Failure other) {
        return other != null && signature.equals(other.signature);
    }
}
