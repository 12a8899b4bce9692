package dev.asyncfn.samples.service;

/** The ways in which the databases differ. All else is the SQL that both have. */
enum Dialect {
    /** In this virtual machine: its driver has the interface of those that do not block, and yet runs each statement on the thread that subscribes. */
    H2(true, null),
    /** Two instances of the service that start at the same time must not both migrate: the second waits for the first. */
    POSTGRESQL(false, "SELECT pg_advisory_xact_lock(71727)");

    private final boolean blocks;
    private final String migrationLock;

    Dialect(boolean blocks, String migrationLock) {
        this.blocks = blocks;
        this.migrationLock = migrationLock;
    }

    /** Of an address such as {@code r2dbc:postgresql://localhost/orders}. */
    static Dialect of(String url) {
        return url.startsWith("r2dbc:postgresql:") ? POSTGRESQL : H2;
    }

    /** Whether statements need threads that may block. */
    boolean blocks() {
        return blocks;
    }

    /** The statement that waits until no other instance migrates; null if there can be no other. */
    String migrationLock() {
        return migrationLock;
    }
}
