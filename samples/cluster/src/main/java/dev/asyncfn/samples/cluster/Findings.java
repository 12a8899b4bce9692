package dev.asyncfn.samples.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the clients were told, beside what the accounts keep.
 *
 * @param requests how many were sent
 * @param acknowledged those that were answered by {@code kept}
 * @param refused those that were answered by {@code refused}
 * @param unanswered those that had no answer in all attempts
 * @param missing acknowledged, and not kept by their account
 * @param twice applied more than once
 * @param wrong kept, though they were refused or belong to another account
 * @param sums accounts whose balance is not the sum of what they keep
 * @param kept how many deposits all accounts keep, each as often as it was applied
 */
record Findings(
        int requests,
        int acknowledged,
        int refused,
        Set<String> unanswered,
        Set<String> missing,
        Set<String> twice,
        Set<String> wrong,
        Set<String> sums,
        int kept) {

    /** @param accounts what each account answers to {@code show} */
    static Findings compare(List<Request> requests, Map<Request, String> answers, Map<String, String> accounts) {
        Set<String> unanswered = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        Set<String> wrong = new TreeSet<>();
        Set<String> sums = new TreeSet<>();
        int acknowledged = 0;
        int refused = 0;
        int kept = 0;
        Map<String, Shown> shown = new HashMap<>();
        for (Map.Entry<String, String> account : accounts.entrySet()) {
            Shown balance = Shown.parse(account.getValue());
            shown.put(account.getKey(), balance);
            kept += balance.ids().size();
            twice.addAll(balance.twice());
            wrong.addAll(balance.ids());
        }
        Map<String, Long> expected = new HashMap<>();
        for (Request request : requests) {
            String answer = answers.get(request);
            boolean isKept = shown.containsKey(request.account())
                    && shown.get(request.account()).ids().contains(request.id());
            if (isKept && !request.isAboveLimit()) {
                wrong.remove(request.id());
                expected.merge(request.account(), request.amount(), Long::sum);
            }
            if (answer == null) {
                unanswered.add(request.id());
            } else if (answer.equals("kept")) {
                acknowledged++;
                if (!isKept) {
                    missing.add(request.id());
                }
            } else {
                refused++;
            }
        }
        shown.forEach((account, balance) -> {
            if (balance.sum() != expected.getOrDefault(account, 0L)) {
                sums.add(account);
            }
        });
        return new Findings(requests.size(), acknowledged, refused, unanswered, missing, twice, wrong, sums, kept);
    }

    /** Whether every request was answered, and what was acknowledged is kept, once. */
    boolean passed() {
        return unanswered.isEmpty() && missing.isEmpty() && twice.isEmpty() && wrong.isEmpty() && sums.isEmpty();
    }

    /** An account's answer to {@code show}. */
    private record Shown(long sum, List<String> ids) {
        static Shown parse(String answer) {
            String[] words = answer.split(" ", 3);
            if (!words[0].equals("balance")) {
                throw new IllegalArgumentException("no balance: " + answer);
            }
            return new Shown(Long.parseLong(words[1]), words[2].isEmpty() ? List.of() : List.of(words[2].split(",")));
        }

        List<String> twice() {
            Set<String> seen = new HashSet<>();
            List<String> twice = new ArrayList<>(ids);
            twice.removeIf(seen::add);
            return twice;
        }
    }
}
