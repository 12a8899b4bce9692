package dev.asyncfn.corpus;

import java.util.List;
import java.util.stream.Collectors;

/** What came of one library. */
record Outcome(Library library, Eligibility eligibility, Search search, int awaits, TestRun baseline, TestRun async) {

    /** Whether each method that has no future was rejected by the processor itself, and each test passes as before. */
    boolean isGood() {
        return !search.rejections().byId().containsKey(Rejections.JAVAC)
                && async.worseThan(baseline).isEmpty();
    }

    static String table(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(Outcome::row)
                .collect(Collectors.joining(
                        "",
                        "| library | methods | eligible | lowered | rejected | awaits | tests | passed | passed before | suspensions |\n"
                                + "|---|---|---|---|---|---|---|---|---|---|\n",
                        ""));
    }

    private String row() {
        String byId = search.rejections().byId().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue().size())
                .collect(Collectors.joining(", "));
        int eligible = eligibility.eligible().size();
        return "| %s | %,d | %,d | %,d | %s | %,d | %,d | %,d | %,d | %,d |%n"
                .formatted(
                        library.name(),
                        eligibility.methods(),
                        eligible,
                        eligible - search.rejections().count(),
                        byId,
                        awaits,
                        async.count(),
                        async.passed(),
                        baseline.passed(),
                        async.suspensions());
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
        text.append("\nTests that passed before and do not now\n");
        async.worseThan(baseline).forEach(text::append);
        return text.toString();
    }
}
