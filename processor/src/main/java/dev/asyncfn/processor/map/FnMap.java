package dev.asyncfn.processor.map;

import java.util.List;

/**
 * One async fn, or an async block in one.
 *
 * @param name that of the method; for a block, {@code method.Block}
 * @param signature the method up to its body, in one line; for a block it says so
 * @param future the binary name of its future class
 * @param source the method, or the lambda of a block
 * @param generated the future class
 * @param states the start first, then those of the body in the order in which they are printed, then those of the end
 */
public record FnMap(
        String name,
        String signature,
        String future,
        Range source,
        Range generated,
        List<State> states,
        List<Edge> edges,
        List<Field> fields,
        List<Local> locals,
        List<Link> links) {
    /**
     * A state.
     *
     * @param suspends whether a future can be in it while nobody polls it
     * @param source the parts of the source that it runs
     * @param generated its code; null for those of the end
     * @param awaits what it waits for; null if it does not
     * @param handlers where exceptions of its code continue; none if they fail the future
     * @param keeps the fields that a future which is suspended in it still needs
     * @param drop where a drop continues, if the future is suspended in it; null if it does not suspend
     */
    public record State(
            String id,
            Kind kind,
            boolean suspends,
            List<Range> source,
            Range generated,
            Awaited awaits,
            List<String> handlers,
            List<String> keeps,
            String drop) {
        /** What a state is for. */
        public enum Kind {
            START,
            AWAIT,
            LOOP,
            BRANCH,
            JOIN,
            CASE,
            CATCH,
            FINALLY,
            EXIT,
            END
        }

        public State {
            source = List.copyOf(source);
            handlers = List.copyOf(handlers);
            keeps = List.copyOf(keeps);
        }
    }

    /**
     * What is awaited.
     *
     * @param text in one line
     * @param future the binary name of the future class if it is that of an async fn; else null
     */
    public record Awaited(String text, Range source, String future) {}

    /**
     * A way from state to state.
     *
     * @param when all of these hold where it is taken
     * @param source the statement that takes it
     * @param generated the code that takes it; null if code falls through
     * @param sets where {@code finally} blocks will continue that are entered on this way
     * @param exit if this leaves a {@code finally} block, the variable that has been set so; else null
     */
    public record Edge(
            String from,
            String to,
            Kind kind,
            List<Condition> when,
            Range source,
            Range generated,
            List<Exit> sets,
            String exit) {
        /** How it is taken. */
        public enum Kind {
            /** Code falls through. */
            NEXT,
            JUMP,
            /** A future is created and polled: while it is pending, the state to which this leads stays. */
            AWAIT,
            /** The future completes. */
            RETURN,
            /** An exception. */
            THROWS,
            /** A drop while the future is suspended. */
            DROP
        }

        public Edge {
            when = List.copyOf(when);
            sets = List.copyOf(sets);
        }
    }

    /** A variable that says in which state a {@code finally} block continues. */
    public record Exit(String variable, String state) {}

    /**
     * What decides about a way.
     *
     * @param text in one line
     * @param negated whether it does not hold
     */
    public record Condition(String text, boolean negated, Range source) {}

    /**
     * A field of the future class.
     *
     * @param type as it is printed
     * @param declared where the source declares it, or the expression whose value it holds
     * @param why a sentence
     * @param across the states in which its value is kept
     * @param letGo where it is set to null
     */
    public record Field(
            String name,
            String type,
            Role role,
            Range declared,
            Range generated,
            String why,
            List<Range> written,
            List<Range> read,
            List<String> across,
            List<Range> letGo) {
        /** What a field is for. */
        public enum Role {
            RECEIVER,
            PARAMETER,
            LOCAL,
            /** What an enhanced {@code for} goes through. */
            ITERATOR,
            OPERAND,
            /** The value of an expression of which one part or the other is evaluated. */
            CHOICE,
            /** The value or the exception that waits for the end of a {@code finally}. */
            PENDING,
            /** Where a {@code finally} continues. */
            EXIT
        }

        public Field {
            written = List.copyOf(written);
            read = List.copyOf(read);
            across = List.copyOf(across);
            letGo = List.copyOf(letGo);
        }
    }

    /** A variable of the body that is no field, and why not. */
    public record Local(String name, String why) {}

    /**
     * A piece of generated text that was made for a piece of the source.
     *
     * @param state in whose code it stands; null if in none
     */
    public record Link(Range source, Range generated, Part part, String state) {}

    /** What a piece of generated text does. */
    public enum Part {
        /** It is the user's text. */
        COPY,
        CREATE,
        POLL,
        VALUE,
        OPERAND,
        CONDITION,
        JUMP,
        REGION,
        RETURN,
        LET_GO,
        COMMENT,
        FIELD
    }

    public FnMap {
        states = List.copyOf(states);
        edges = List.copyOf(edges);
        fields = List.copyOf(fields);
        locals = List.copyOf(locals);
        links = List.copyOf(links);
    }
}
