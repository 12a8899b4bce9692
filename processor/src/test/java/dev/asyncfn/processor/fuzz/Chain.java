package dev.asyncfn.processor.fuzz;

/**
 * The self-typed builder of generated programs. Each of its methods leaves a trace of which overload was called.
 *
 * @param <S> its own type
 */
public class Chain<S extends Chain<S>> {
    private final Run run;
    private String text = "";

    public Chain(Run run) {
        this.run = run;
    }

    /** A builder that names itself. */
    public static final class Link extends Chain<Link> {
        public Link(Run run) {
            super(run);
        }

        public Link linked(Object any) {
            return added("linked " + Observed.render(any));
        }
    }

    public S with(int x) {
        return added("int " + x);
    }

    public S with(Integer x) {
        return added("Integer " + x);
    }

    public S with(Object any) {
        return added("any " + Observed.render(any));
    }

    public <T> S both(T one, T other) {
        return added("both " + Observed.render(one) + " " + Observed.render(other));
    }

    public S after(Object other) {
        return added("after");
    }

    public S after(S self) {
        return added("after itself");
    }

    @SuppressWarnings("unchecked")
    final S added(String part) {
        run.log("chain " + part);
        text = run.cut(part + "," + text);
        return (S) this;
    }

    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return "Chain(" + text + ")";
    }
}
