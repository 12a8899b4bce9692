package dev.asyncfn.samples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.executor.JoinHandle;
import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Skipped where PostgreSQL is not installed. */
@Tag("one-jdk")
class PostgresDatabaseTest extends DatabaseContract {
    private static PostgresServer server;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.stop();
        }
    }

    @Override
    String freshDatabase() {
        try {
            return server.newDatabase();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aMigrationThatFailsHasChangedNothing() {
        Migration broken =
                Migration.parse("3-broken.sql", "CREATE TABLE notes (id INT);\nINSERT INTO nowhere VALUES (1);\n");

        assertThatThrownBy(() -> Async.blockOn(MigrationsAsync.apply(new Migrations(database()), List.of(broken))))
                .isInstanceOf(R2dbcException.class);

        assertThatThrownBy(() -> Async.blockOn(BodiesAsync.count(database(), "notes")))
                .hasMessageContaining("notes");
    }

    @Test
    void instancesThatStartAtTheSameTimeMigrateOnce() {
        try (Database empty = Database.of(freshDatabase(), 4)) {
            List<JoinHandle<List<String>>> instances = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                instances.add(pool().spawn(MigrationsAsync.apply(new Migrations(empty), Migration.all())));
            }

            List<String> applied = new ArrayList<>();
            instances.forEach(instance -> applied.addAll(Async.blockOn(instance)));

            assertThat(applied).containsExactlyInAnyOrder("1-orders.sql", "2-receipts.sql");
        }
    }

    @Test
    void theServiceRunsOnItAndLeavesNothing() {
        try (DemoProvider provider = DemoProvider.start()) {
            Service service = Service.start(TestSettings.with(provider, freshDatabase(), Duration.ofMinutes(10)));
            LoadReport report = Load.run(service, 100);

            assertThat(service.stop()).isTrue();

            assertThat(report.leaksNothing()).as(report.toString()).isTrue();
            assertThat(provider.charged()).isEqualTo(90);
        }
    }
}
