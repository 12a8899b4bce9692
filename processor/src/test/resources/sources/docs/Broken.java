package docs;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.List;

/** Javadoc, and bodies shown in Javadoc, in which all is wrong that can be. */
public final class Broken {
    private Broken() {}

    /**
     * Uses {@link #NONE}, {@value #NONE}, {@value}, {@link Nowhere}, {@inheritDoc}, {@docRoot}, {@unknown tag} <b>x.
     * a < b & c > d &foo; &lt; &#64; </i> <nope> {@code x {@link y}} { } {@ } @param } it.
     * @param nope there is none
     * @param <T> neither
     * @param n
     * @return
     * @return twice
     * @throws Nowhere if {@link #NONE}
     * @throws java.io.IOException not thrown
     * @throws
     * @see
     * @see #NONE
     * @unknown block
     */
    @AsyncFn
    public static int all(int n) {
        return await(Future.ready(n));
    }

    /** {@link #open <ul><li>{@code open
     * @param n {@code open
     * @return <b>open */
    @AsyncFn
    public static int open(int n) {
        return await(Future.ready(n));
    }

    /** Every five minutes: *&#47;5, \u0026lt; \\u002a/ {@code \d+ &#42;/} {@literal *}/ \{@literal u}0041 {@literal \}u0041. */
    @AsyncFn
    public static int escapes(int n) {
        return await(Future.ready(n));
    }

    /***/
    @AsyncFn
    public static int empty(int n) {
        return await(Future.ready(n));
    }

    /** @deprecated only a tag */
    @AsyncFn
    public static int tags(int n) {
        return await(Future.ready(n));
    }

    /** <p> <table><tr><td>x</table> */
    @AsyncFn
    public void elements() {
        await(Future.ready(1));
    }

    @AsyncFn
    public static String texts(List<String> list) {
        char close = '}';
        String s = close + "}}" + await(Future.ready("{{")) + "\u002a/ <b> &lt; & @return" + '{';
        /* } @param x */
        String text = """
@param x
*/ {@link foo} <br
 @see \\u0041 {@code
""";
        return s + text;
    }

@AsyncFn public static int column0(int n) {
@SuppressWarnings("unused")
int x = await(Future.ready(n)); // } @param
return await(Future.ready(x)); }

    @AsyncFn
    public static String lifted() {
        /**
         * Local {@link #NONE} <b> {@value} &x;
         * @throws Nope
         */
        class Local {
            /** A field {@link #NONE} <p> */
            final String text = "/** a text {@link #y} */ /// none";
            int a; /** {@link #NONE} behind */ int b;

            /**/ int c; //// no Javadoc

            /// Since JDK 23 [#NONE] {@link #NONE}
            int d;

            /**
             * A method @return
             * @param nope x
             */
            int both(int n) {
                return a + b + c + d + n;
            }
        }
        Local local = new Local();
        await(Future.ready(1));
        Object anonymous = new Object() {
            /** {@link #NONE} */
            int n = 3;

            /** @param nope x */
            @Override
            public String toString() {
                return local.text + n;
            }
        };
        await(Future.ready(2));
        return local.both(1) + anonymous.toString();
    }
}
