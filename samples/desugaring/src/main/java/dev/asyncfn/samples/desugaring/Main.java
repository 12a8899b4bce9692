package dev.asyncfn.samples.desugaring;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The main job: users over HTTP and JSON, one at a time and then all at once. */
public final class Main {
    private final Users users;
    private final PrintStream out;

    private Main(Users users, PrintStream out) {
        this.users = users;
        this.out = out;
    }
