package dev.asyncfn.samples.cluster;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.RunScript;
import org.h2.tools.Server;

/**
 * The journal's database, a process of its own, with its files in the folder that the argument names: a node that dies takes nothing of
 * it along. Prints the JDBC URL once it can be used.
 */
final class Journal {
    /** Of the JDBC plugin of Pekko Persistence, from its jar. */
    private static final String SCHEMA = "/schema/h2/h2-create-schema.sql";

    private Journal() {}

    public static void main(String[] args) throws IOException, SQLException {
        System.setProperty("h2.bindAddress", "127.0.0.1"); // H2 listens to the whole network otherwise
        Server server = Server.createTcpServer(
                        "-tcpPort",
                        "0",
                        "-baseDir",
                        Path.of(args[0]).toAbsolutePath().toString(),
                        "-ifNotExists")
                .start();
        String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./journal";
        // This connection keeps the database open as long as the process lives.
        try (Connection connection = connect(url);
                Reader schema =
                        new InputStreamReader(Journal.class.getResourceAsStream(SCHEMA), StandardCharsets.UTF_8)) {
            RunScript.execute(connection, schema);
            System.out.println(Child.READY + url);
            Parent.awaitEnd();
        } finally {
            server.stop();
        }
    }

    static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "sa", "");
    }
}
