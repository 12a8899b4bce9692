package dev.asyncfn.samples.cluster;

import dev.asyncfn.Async;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Three nodes and a journal, each a JVM of its own; requests, and a node that is killed in the middle of them. */
final class Proof implements AutoCloseable {
    private static final int NODES = 3;
    private static final int ACCOUNTS = 24;
    private static final int CLIENTS = 8;
    /** With their pauses and timeouts, more than the cluster needs to take out a dead node, and less than three minutes. */
    private static final int ATTEMPTS = 60;

    private final Path folder;
    private final PrintStream out;
    private final List<Child> nodes = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private Child journal;
    private String url;

    /** @param folder for the files of the journal, and what the processes log */
    Proof(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** All processes that were started. */
    List<Child> children() {
        List<Child> all = new ArrayList<>(nodes);
        if (journal != null) {
            all.add(journal);
        }
        return all;
    }

    Findings run(int count) throws IOException, InterruptedException, SQLException {
        startAll();
        List<Request> requests = IntStream.range(0, count)
                .mapToObj(number -> Request.numbered(number, ACCOUNTS))
                .toList();
        Client client = new Client(ports, ATTEMPTS);
        Load load = new Load(client, requests);
        try (ThreadPool pool = ThreadPool.create()) {
            JoinHandle<?> running = pool.spawn(LoadAsync.run(load, pool, CLIENTS));
            load.awaitThird();
            killOldest(load);
            Async.blockOn(running);
            out.println("all requests are through, with " + client.retries() + " retries");
            return compare(requests, load.answers(), client);
        }
    }

    private void startAll() throws IOException, InterruptedException {
        journal = Child.start("journal", folder, Journal.class, List.of(folder.toString()));
        url = journal.awaitReady();
        out.println("journal: process " + journal.pid() + ", " + url);
        String seed = null;
        for (int i = 1; i <= NODES; i++) {
            Child node = Child.start("node " + i, folder, Node.class, seed == null ? List.of(url) : List.of(url, seed));
            nodes.add(node);
            String[] ready = node.awaitReady().split(" ");
            seed = seed == null ? ready[0] : seed;
            ports.add(Integer.parseInt(ready[1]));
            out.println("node " + i + ":  process " + node.pid() + ", member " + ready[0] + ", clients at " + ready[1]);
        }
    }

    /** The oldest node has the coordinator of the shards: the hardest to lose. */
    private void killOldest(Load load) {
        int exit = nodes.get(0).kill();
        out.println("node 1 is killed after " + load.answers().size() + " answers (exit code " + exit + ")");
    }

    private Findings compare(List<Request> requests, Map<Request, String> answers, Client client)
            throws IOException, SQLException {
        Map<String, String> accounts = new TreeMap<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            String account = "a" + i;
            String shown = Async.blockOn(ClientAsync.request(client, "show " + account));
            if (shown == null) {
                throw new IOException("account " + account + " does not answer");
            }
            accounts.put(account, shown);
        }
        Findings findings = Findings.compare(requests, answers, accounts);
        int events = events();
        out.println("the accounts keep " + findings.kept() + " deposits, the journal has " + events + " events");
        if (events != findings.kept()) {
            throw new IOException("the accounts do not keep what the journal has");
        }
        return findings;
    }

    private int events() throws SQLException {
        try (Connection connection = Journal.connect(url);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from \"event_journal\"")) {
            count.next();
            return count.getInt(1);
        }
    }

    /** Ends all processes, the journal last, and throws the first failure when all have ended. */
    @Override
    public void close() throws IOException {
        IOException first = null;
        for (Child child : children()) {
            try {
                child.close();
            } catch (IOException failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
