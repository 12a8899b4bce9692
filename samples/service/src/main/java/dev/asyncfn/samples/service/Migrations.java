package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.reactor.ReactorBridge.await;

import dev.asyncfn.AsyncFn;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the newest schema. Each step is a transaction, which also notes that it is done. With PostgreSQL, one that fails has changed
 * nothing; H2 commits at each statement that changes the schema.
 */
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String TABLE = "CREATE TABLE IF NOT EXISTS schema_version"
            + " (version INT PRIMARY KEY, name VARCHAR(100) NOT NULL, applied TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)";

    private final Database database;

    Migrations(Database database) {
        this.database = database;
    }

    /** Applies those that have not been applied, in their order, and returns the names of these. */
    @AsyncFn
    List<String> apply(List<Migration> migrations) {
        List<String> applied = new ArrayList<>();
        for (Migration migration : migrations) {
            if (await(applyOnce(migration))) {
                applied.add(migration.name());
                LOG.info("migrated the database: {}", migration.name());
            }
        }
        return applied;
    }

    @AsyncFn
    boolean applyOnce(Migration migration) {
        return database.transaction(session -> async(() -> {
            String lock = database.dialect().migrationLock();
            if (lock != null) {
                await(session.query(row -> 1, lock));
            }
            await(session.update(TABLE));
            String known = "SELECT name FROM schema_version WHERE version = $1";
            if (!await(session.query(row -> row.get(0), known, migration.version()))
                    .isEmpty()) {
                return false;
            }
            for (String statement : migration.statements()) {
                await(session.update(statement));
            }
            String note = "INSERT INTO schema_version (version, name) VALUES ($1, $2)";
            await(session.update(note, migration.version(), migration.name()));
            return true;
        }));
    }
}
