package dev.asyncfn.samples.twins;

import java.io.PrintStream;
import java.util.List;

/** Runs all twins, in the order in which to read them. Each also has a main method of its own. */
public final class Main {
    /** All of them; each is named as the Rust program beside it. */
    static final List<Twin> TWINS = List.of(
            new Twin("trivial", Trivial::run),
            new Twin("get_user", GetUser::run),
            new Twin("goto_patrol", GotoPatrol::run),
            new Twin("forward", Forward::run),
            new Twin("fallible", Fallible::run),
            new Twin("order", Order::run),
            new Twin("misuse", Misuse::run),
            new Twin("dropped", Dropped::run));

    private Main() {}

    /** A Java program that prints what the Rust program {@code <name>.rs} prints. */
    record Twin(String name, Program program) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Program {
        void run(PrintStream out) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        for (Twin twin : TWINS) {
            System.out.println("== " + twin);
            twin.program().run(System.out);
        }
    }
}
