package dev.asyncfn.corpus;

import dev.asyncfn.processor.symbols.Difference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of one library.
 *
 * @param awaits how many there are in its source
 * @param differences between the symbols of bodies and of their futures
 * @param tests empty if it was only compiled
 */
record Outcome(
        Library library,
        Eligibility eligibility,
        Search search,
        int awaits,
        List<Difference> differences,
        Optional<TestRuns> tests) {

    /**
     * Whether each method that has no future was rejected for a good reason, each future refers to what its body does,
     * and each test passes as before.
     */
    boolean isGood() {
        return search.rejections().faults() == 0
                && differences.isEmpty()
                && tests.map(TestRuns::worse).orElse(List.of()).isEmpty();
    }

    static String table(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(Outcome::row)
                .collect(Collectors.joining(
                        "",
                        "| library | methods | eligible | lowered | rejected | symbols that differ | awaits | tests | passed | passed before | suspensions |\n"
                                + "|---|---|---|---|---|---|---|---|---|---|---|\n",
                        ""));
    }

    private String row() {
        String byId = search.rejections().byId().entrySet().stream()
                .map(e -> "`" + e.getKey() + "` " + e.getValue().size())
                .collect(Collectors.joining(", "));
        int eligible = eligibility.eligible().size();
        return "| %s | %,d | %,d | %,d | %s | %,d | %,d | %s |%n"
                .formatted(
                        library.name(),
                        eligibility.methods(),
                        eligible,
                        eligible - search.rejections().count(),
                        byId.isEmpty() ? "none" : byId,
                        differences.size(),
                        awaits,
                        tests.map(TestRuns::cells).orElse("not run | | | "));
    }

    String details() {
        StringBuilder text = new StringBuilder(table(List.of(this)));
        text.append("\nCalls that cannot be awaited in Java: ")
                .append(search.selection().awaitsLeft())
                .append('\n');
        search.rejections().byId().forEach((id, methods) -> {
            text.append("\n").append(id).append(": ").append(methods.size()).append('\n');
            methods.forEach(text::append);
        });
        text.append("\nSymbols that differ\n");
        differences.forEach(difference -> text.append(difference).append('\n'));
        tests.ifPresent(runs -> {
            text.append("\nTests that passed before and do not now\n");
            runs.worse().forEach(text::append);
        });
        return text.toString();
    }
}
