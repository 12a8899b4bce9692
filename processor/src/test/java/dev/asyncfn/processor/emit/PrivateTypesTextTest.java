package dev.asyncfn.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How a reader sees what stands for private types. */
class PrivateTypesTextTest {
    private static final String START = """
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.*;
            final class Demo {
                private interface Greeting {
                    String of(User user, int times);
                }
                private record User(String name) {}
                static Future<String> read() { return Future.ready(""); }
            """;

    /** The generated source, without indentation. */
    private static String generated(String methods) throws IOException {
        return Generated.stripped("Demo", START + methods + "}\n");
    }

    @Test
    void aLambdaForAPrivateInterfaceIsAnArgumentOfTheBridge() throws Exception {
        assertThat(generated("""
                @AsyncFn
                static String greet() {
                    Greeting greeting = (user, times) -> user.name().repeat(times);
                    return greeting.of(new User(await(read())), 2);
                }
                """))
                .contains("greeting = Bridge.<Greeting, User>newGreeting((user, times) ->"
                        + " Bridge.name(user).repeat(times));\n")
                .contains("""
                        NEW_GREETING = implementing(inGreeting.lookupClass(), "of",
                        MethodType.methodType(String.class, inUser.lookupClass(), int.class),
                        MethodType.methodType(String.class, inUser.lookupClass(), int.class),
                        GreetingFunction.class, MethodType.methodType(String.class, Object.class, int.class));
                        """)
                .contains("""
                        static <Greeting, User> Greeting newGreeting(Bridge.GreetingFunction<User> function) {
                        try {
                        return (Greeting) NEW_GREETING.invoke(function);
                        """)
                .contains("""
                        private interface GreetingFunction<User> {
                        /**
                        * Does what {@code Greeting.of} does.
                        *
                        * @param a0 an argument
                        * @param a1 an argument
                        * @return its result
                        */
                        String of(User a0, int a1);
                        }
                        """);
    }

    @Test
    void theFactoryOfAnOverloadSaysWhichPrivateTypeItTakes() throws Exception {
        assertThat(generated("""
                @AsyncFn
                static String show(User user) {
                    return await(read()) + user.name();
                }
                @AsyncFn
                static String show(Object any) {
                    return any instanceof User user ? await(show(user)) : "none";
                }
                """))
                .contains("* <p>It is not called {@code show}, because a call could mean the factory of an overload.\n")
                .contains("* The factory of {@code show}.\n")
                .contains("* The factory of {@link Demo#show(Object)}.\n")
                .contains("static <User extends Record> ShowFuture<User> showUser(User user) {\n")
                .contains("static ShowFuture_Object<?> show(Object any) {\n")
                .contains("var show = DemoAsync.showUser(user);\n");
    }

    @Test
    void aPrivateTypeThatIsCalledStateLeavesTheStatesAnotherName() throws Exception {
        assertThat(generated("""
                private enum State { ON, OFF }
                @AsyncFn
                static String next(String now) {
                    State state = State.valueOf(await(read()) + now);
                    return state == State.ON ? "off" : "on";
                }
                """)).contains("private enum States {\n").contains("super(States.START);\n");
    }
}
