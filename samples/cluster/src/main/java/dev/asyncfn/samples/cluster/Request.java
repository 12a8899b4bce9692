package dev.asyncfn.samples.cluster;

/** A deposit that a client wants, by a name that no other has. */
record Request(String account, String id, long amount) {
    String line() {
        return "deposit " + account + " " + id + " " + amount;
    }

    /** The {@code number}th of those that the proof sends. Each twentieth is above the limit. */
    static Request numbered(int number, int accounts) {
        long amount = number % 20 == 19 ? Auditor.LIMIT + number : 1 + number % 97;
        return new Request("a" + number % accounts, "r" + number, amount);
    }

    boolean isAboveLimit() {
        return amount > Auditor.LIMIT;
    }
}
