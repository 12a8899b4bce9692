package dev.asyncfn.processor.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong in what is said of a mutant with the processor, by what is said without it. Errors of the processor with an id of their own
 * may stand beside those of javac, since some of what is allowed in Java is not allowed in an async fn.
 */
record Verdict(String kind, List<Said> said) {
    static Optional<Verdict> of(String file, List<Said> without, List<Said> with) {
        List<Said> errors = without.stream().filter(Said::isError).toList();
        List<Said> missing = new ArrayList<>(errors);
        with.forEach(missing::remove);
        List<Said> added = new ArrayList<>(with.stream().filter(Said::isError).toList());
        errors.forEach(added::remove); // one that is said twice is one too many
        List<Said> faults = with.stream().filter(Said::isFault).toList();
        List<Said> elsewhere = with.stream().filter(s -> s.isElsewhere(file)).toList();
        List<Said> javacs = added.stream().filter(s -> !s.isOfProcessor()).toList();
        if (!faults.isEmpty()) {
            return Optional.of(new Verdict("fault", faults));
        } else if (!elsewhere.isEmpty()) {
            return Optional.of(new Verdict("elsewhere", elsewhere));
        } else if (!missing.isEmpty()) {
            return Optional.of(new Verdict("hidden", missing));
        } else if (!javacs.isEmpty()) {
            return Optional.of(new Verdict("more", javacs));
        }
        return Optional.empty();
    }
}
