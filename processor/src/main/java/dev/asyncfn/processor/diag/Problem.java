package dev.asyncfn.processor.diag;

import javax.tools.Diagnostic;

/** All messages of the processor to a user: an id, what is wrong, and what to write instead. */
public enum Problem {
    // An async fn's declaration.
    NATIVE_FN(
            Diagnostic.Kind.ERROR,
            "native_fn",
            "the async fn `%s` is native: there is no body to generate a future from",
            "call the native method from an async fn"),
    SYNCHRONIZED_FN(
            Diagnostic.Kind.ERROR,
            "synchronized_fn",
            "the async fn `%s` is synchronized, but a monitor cannot be held while a future is suspended",
            "remove `synchronized`, and put statements that do not await into `synchronized (lock) { ... }`"),
    REWRITTEN_FN(
            Diagnostic.Kind.ERROR,
            "rewritten_fn",
            "Lombok's `@%s` changes the body of the async fn `%s`, but its future runs the body as written",
            "%s"),
    ACCESSOR_FN(
            Diagnostic.Kind.ERROR,
            "accessor_fn",
            "`@AsyncFn` on the record component `%s` marks its accessor, which has no body to generate a future from",
            "write the accessor yourself, or remove @AsyncFn here"),
    LOCAL_CLASS_FN(
            Diagnostic.Kind.ERROR,
            "local_class_fn",
            "the async fn `%s` is in %s, which generated code cannot name",
            "%s"),
    UNNAMED_CLASS_FN(
            Diagnostic.Kind.ERROR,
            "unnamed_class_fn",
            "the async fn `%s` is in a compact source file, so generated code cannot name its class",
            "put it inside a `class` in a file of its own"),
    PRIVATE_OWNER(
            Diagnostic.Kind.ERROR,
            "private_owner",
            "the async fn `%s` is in the private class `%s`, which the generated class cannot name, and %s",
            "make that class package-private"),
    GENERIC_THROWS(
            Diagnostic.Kind.ERROR,
            "generic_throws",
            "the async fn `%s` throws the type parameter `%s`, but a future can only fail with an `Exception`",
            "bound it: `%s extends Exception`"),
    THROWS_THROWABLE(
            Diagnostic.Kind.ERROR,
            "throws_throwable",
            "the async fn `%s` throws `%s`, but a future can only fail with an `Exception`",
            "declare `Exception` or a subclass of it"),
    TOO_MANY_PARAMETERS(
            Diagnostic.Kind.ERROR,
            "too_many_parameters",
            "the parameters of the async fn `%s` take %s slots, but the constructor of its future has room for %s"
                    + " (`long` and `double` take two)",
            "put some of them into a record or an array"),
    GENERIC_EXCEPTION(
            Diagnostic.Kind.ERROR,
            "generic_exception",
            "the exception class `%s` %s, but the future is a generic class, and no generic class can extend `Throwable`",
            "%s"),
    FACADE_NAME_TAKEN(
            Diagnostic.Kind.ERROR,
            "facade_name_taken",
            "the async fns of `%s` need a generated class `%s`, but %s",
            "%s"),

    // Names that a generated class cannot use.
    PRIVATE_TYPE(
            Diagnostic.Kind.ERROR,
            "private_type",
            "the type `%s` is private, but the generated class next to `%s` has to name it",
            "make it package-private"),
    PRIVATE_GENERIC_TYPE(
            Diagnostic.Kind.ERROR,
            "private_generic_type",
            "what the private type `%s` extends or implements differs with its type arguments here, so no single type parameter of the"
                    + " generated class next to `%s` can stand for it",
            "make it package-private"),
    PRIVATE_TYPE_NAME(
            Diagnostic.Kind.ERROR,
            "private_type_name",
            "the private type `%s` would give its name to a type parameter of the generated class next to `%s`, where the name means"
                    + " something else",
            "make it package-private, or rename it"),
    PRIVATE_SUPERTYPE(
            Diagnostic.Kind.ERROR,
            "private_supertype",
            "this body uses the private type `%s` as a supertype of a type that a class next to `%s` sees without it",
            "make it package-private"),
    PRIVATE_PATTERN(
            Diagnostic.Kind.ERROR,
            "private_pattern",
            "a pattern of the private type `%s` cannot be moved into the generated class next to `%s`",
            "write `instanceof %s` with a variable that is not assigned again, or make it package-private"),
    PRIVATE_FUNCTION(
            Diagnostic.Kind.ERROR,
            "private_function",
            "a lambda or method reference for the private interface `%s` cannot be moved into the generated class next to `%s`",
            "make the interface package-private, or the function in a separate method"),
    PRIVATE_ARRAY(
            Diagnostic.Kind.ERROR,
            "private_array",
            "an array of the private type `%s` cannot be made in this way by the generated class next to `%s`",
            "make the array in a separate method, or the type package-private"),
    PRIVATE_IN_CLASS(
            Diagnostic.Kind.ERROR,
            "private_in_class",
            "a class in this body uses the private type `%s`, which the generated class next to `%s` cannot name there",
            "move the class out of the body, or make the type package-private"),
    PRIVATE_CATCH(
            Diagnostic.Kind.ERROR,
            "private_catch",
            "a `catch` or resource of the private type `%s` cannot be moved inside a lambda or `synchronized` block",
            "move the statement into a separate method, or make the type package-private"),
    PRIVATE_SIGNATURE(
            Diagnostic.Kind.ERROR,
            "private_signature",
            "the signature uses the private type `%s`, which the factory next to `%s` cannot name, and %s",
            "make that type package-private"),
    INACCESSIBLE_TYPE(
            Diagnostic.Kind.ERROR,
            "inaccessible_type",
            "the type `%s` is not accessible here, but the generated class next to `%s` has to name it",
            "use a type that every class of this package can name"),
    PRIVATE_CONSTRUCTOR(
            Diagnostic.Kind.ERROR,
            "private_constructor",
            "the constructor of `%s` is private, but a subclass in this body has to call it from the generated class",
            "make it package-private"),
    CLASS_NAME_TAKEN(
            Diagnostic.Kind.ERROR,
            "class_name_taken",
            "the class `%s` moves into a generated class of the same name, and Java allows no class the name of an enclosing one",
            "rename it"),
    MISSING_FACADE(
            Diagnostic.Kind.ERROR,
            "missing_facade",
            "the async fn `%s` cannot be awaited, because there is no generated class `%s`",
            "compile `%s` with asyncfn too, together with this class or before it"),
    // An await where none is possible.
    AWAIT_IN_SYNCHRONIZED(
            Diagnostic.Kind.ERROR,
            "await_in_synchronized",
            "await inside `synchronized`: a monitor cannot be held while a future is suspended",
            "await before or after the block"),
    AWAIT_IN_LAMBDA(
            Diagnostic.Kind.ERROR,
            "await_in_lambda",
            "await inside a lambda: only an async fn or an async block can be suspended",
            "put the lambda's body into an async block, `%s`, and await the future that it gives"),
    BLOCK_IN_CLASS(
            Diagnostic.Kind.ERROR,
            "block_in_class",
            "async block inside a local or anonymous class: only a block of the async fn itself can be suspended",
            "move the block out of the class, or the class out of the async fn"),
    CLASS_AROUND_BLOCK(
            Diagnostic.Kind.ERROR,
            "class_around_block",
            "an async block moves into a class of its own, where %s of the method around it is out of reach",
            "declare it in the block or outside the method, or make it a record that uses no variable of the method"),
    AWAIT_IN_CLASS(
            Diagnostic.Kind.ERROR,
            "await_in_class",
            "await inside a local or anonymous class: only the async fn itself can be suspended",
            "move this method's body into an async fn, or await outside the class"),
    AWAIT_IN_CONSTRUCTOR(
            Diagnostic.Kind.ERROR,
            "await_in_constructor",
            "await inside a constructor: the creation of an object cannot be suspended",
            "await before the `new`, and pass the result to the constructor"),
    AWAIT_IN_INITIALIZER(
            Diagnostic.Kind.ERROR,
            "await_in_initializer",
            "await inside an initializer: the initialization of an object or class cannot be suspended",
            "await before the class, and use the result here"),
    NOT_LOWERED(
            Diagnostic.Kind.ERROR,
            "not_lowered",
            "this statement cannot be part of an async fn in this form",
            "move it into a separate method"),
    AWAIT_REFERENCE(
            Diagnostic.Kind.ERROR,
            "await_reference",
            "a method reference to `await` cannot suspend the async fn around it",
            "call `await(...)` in the async fn itself, for example in a loop"),
    AWAIT_NON_FUTURE(
            Diagnostic.Kind.ERROR,
            "await_non_future",
            "`%s` is not a future: await takes a Future, a CompletionStage, or a direct call of an async fn",
            "remove this await, or await the future that the value comes from"),
    AWAIT_OTHER_FUTURE(
            Diagnostic.Kind.ERROR,
            "await_other_future",
            "a `%s` cannot be awaited: await takes a Future, a CompletionStage, or a direct call of an async fn",
            "%s"),
    AWAIT_VIA(
            Diagnostic.Kind.ERROR,
            "await_via",
            "`%s` is marked with @AwaitVia(\"%s\"), but no method of that name beside it makes its future",
            "declare it there: static, not private, with the same parameters, and with a Future of what `%s` returns"),
    AWAITED_ALREADY(
            Diagnostic.Kind.ERROR,
            "awaited_already",
            "`%s` is the value of `%s`: a direct call of an async fn is awaited where it stands",
            "remove this await, or declare a block that runs when it is awaited, `var %s = async(() -> %s)`"),
    AWAIT_VOID(
            Diagnostic.Kind.ERROR,
            "await_void",
            "`%s` gives no value that `await(...)` could take",
            "write `%s;` alone: a direct call of an async fn is awaited"),
    FUTURE_EXPECTED(
            Diagnostic.Kind.ERROR,
            "future_expected",
            "a future is expected here, but a direct call of the async fn `%s` is awaited and gives its value",
            "write %s"),
    AMBIGUOUS_AWAIT(
            Diagnostic.Kind.ERROR,
            "ambiguous_await",
            "`await` is ambiguous here: javac infers the type of `%s`, which could be a future",
            "write `%s` without `await(...)`: a direct call of an async fn is awaited anyway"),
    AMBIGUOUS_FUTURE(
            Diagnostic.Kind.ERROR,
            "ambiguous_future",
            "`await` is ambiguous here: its argument could be awaited as a `Future` and as a `CompletionStage`",
            "cast it to one of the two"),
    HIDDEN_AWAIT(
            Diagnostic.Kind.ERROR,
            "hidden_await",
            "`await` is the method of `%s` here, which hides the static import of `Async.await`",
            "write `Async.await(...)`"),

    // Lints.
    UNUSED_MUST_USE(
            Diagnostic.Kind.WARNING,
            "unused_must_use",
            "unused `%s` that must be used: futures do nothing unless they are awaited or polled",
            "await it, or spawn it on an executor"),
    UNUSED_STAGE(
            Diagnostic.Kind.WARNING,
            "unused_stage",
            "this `%s` is dropped: nobody waits for it, and its failure is lost",
            "await it, or look at its failure, for example with `whenComplete`"),
    LOCK_ACROSS_AWAIT(
            Diagnostic.Kind.WARNING,
            "lock_across_await",
            "`%s` stays locked while the async fn is suspended here, and the thread that resumes it may be another one",
            "unlock it before the await, or use a lock that can be awaited, as `dev.asyncfn.sync.Mutex`"),
    SHADOWED_AWAIT(
            Diagnostic.Kind.WARNING,
            "shadowed_await",
            "`await` is the method of `%s` here, not the imported `Async.await`",
            "write `Async.await(...)`"),
    BLOCKING_CALL(
            Diagnostic.Kind.WARNING,
            "blocking_call",
            "`%s` blocks the thread that polls this async fn, and every other task on it",
            "await a future or a CompletionStage instead, or call it on a separate thread"),
    ASYNC_CALL_BLOCKS(
            Diagnostic.Kind.WARNING,
            "async_call_blocks",
            "the async fn `%s` blocks here instead of being awaited, because a lambda, a class or a method reference calls it",
            "call it in the async fn itself or in an async block, or use its factory, `%s`"),
    PLAIN_OVERRIDE(
            Diagnostic.Kind.WARNING,
            "plain_override",
            "`%s` overrides an async fn of `%s`, but is none itself: a future calls it, and it blocks where it waits",
            "annotate it with @AsyncFn"),
    FINAL_ON_PROXIED(
            Diagnostic.Kind.WARNING,
            "final_on_proxied",
            "the async fn `%s` is final, but a framework subclasses `%s` because of `@%s`: called on such a proxy, it runs on the proxy's"
                    + " own, empty fields",
            "remove `final`, so that the proxy can override it"),
    IMPLICIT_AWAIT(
            Diagnostic.Kind.WARNING,
            "implicit_await",
            "this call of the async fn `%s` is awaited implicitly",
            "write `await(...)` around it"),

    WRAPPED_RESULT(
            Diagnostic.Kind.WARNING,
            "wrapped_result",
            "`%s` wraps the result of an async fn in a future, and its future gives that one",
            "write `return %s;`, and `%s` as the method's type"),
    BLOCK_OUTSIDE_FN(
            Diagnostic.Kind.WARNING,
            "block_outside_fn",
            "an async block outside an async fn is not lowered: its first poll runs the lambda, and each await in it blocks",
            "put @AsyncFn on the method"),

    // The processor's surroundings.
    UNKNOWN_OPTION(
            Diagnostic.Kind.ERROR, "unknown_option", "there is no option `%s`", "the options of asyncfn are: %s"),
    BAD_OPTION_VALUE(Diagnostic.Kind.ERROR, "bad_option_value", "the option `%s` cannot be `%s`", "write one of: %s"),
    UNSUPPORTED_COMPILER(
            Diagnostic.Kind.ERROR,
            "unsupported_compiler",
            "this compiler does not let a processor read method bodies (%s)",
            "compile async fns with javac of JDK 17 or later"),
    OLD_SOURCE(
            Diagnostic.Kind.ERROR,
            "old_source",
            "async fns need Java 17, but the source level is Java %s",
            "compile with `--release 17` or later"),
    UNPARSABLE_FN(
            Diagnostic.Kind.ERROR,
            "unparsable_fn",
            "javac can parse the async fn `%s`, but asyncfn cannot: %s",
            "write it in older syntax; this is a bug in asyncfn: please report it with the method's source"),
    UNTYPABLE_FN(
            Diagnostic.Kind.ERROR,
            "untypable_fn",
            "javac can compile the async fn `%s`, but asyncfn found errors in it: %s",
            "this is a bug in asyncfn: please report it with this message and the method's source"),
    LATE_TYPE(
            Diagnostic.Kind.ERROR,
            "late_type",
            "the async fn `%s` has no future, because another processor generated a type that it uses only in the last round: %s",
            "let that processor generate it in an earlier round, or compile the type beforehand"),
    LATE_NAME(
            Diagnostic.Kind.ERROR,
            "late_name",
            "`%s` was `%s` when asyncfn generated the futures of `%s`, but it means `%s` since that class was generated",
            "import the class that you mean by its name, such as `import %s;`"),
    OUTDATED_FACADE(
            Diagnostic.Kind.ERROR,
            "outdated_facade",
            "the async fns of `%s` mean something else than their futures since other classes that they depend on were generated",
            "import or name such a class in this file, so that asyncfn waits for it, or compile it beforehand"),
    BROKEN_FN(
            Diagnostic.Kind.ERROR,
            "broken_fn",
            "the async fn `%s` has no future, because it does not compile: %s",
            "fix those errors first"),
    UNTYPABLE_OWNER(
            Diagnostic.Kind.ERROR,
            "untypable_owner",
            "the async fns of `%s` have no futures, because the file does not compile: %s",
            "fix those errors first"),
    UNWRITABLE_FACADE(
            Diagnostic.Kind.ERROR,
            "unwritable_facade",
            "`%s` cannot be written: %s",
            "check javac's source output directory (-s, or else -d)"),
    INTERNAL_ERROR(
            Diagnostic.Kind.ERROR,
            "internal_error",
            "asyncfn %s failed on the async fn `%s`: %s",
            "this is a bug in asyncfn: please report it with the lines below\n%s"),
    ;

    private final Diagnostic.Kind kind;
    private final String id;
    private final String text;
    private final String remedy;

    Problem(Diagnostic.Kind kind, String id, String text, String remedy) {
        this.kind = kind;
        this.id = id;
        this.text = text;
        this.remedy = remedy;
    }

    public Diagnostic.Kind kind() {
        return kind;
    }

    public boolean isError() {
        return kind == Diagnostic.Kind.ERROR;
    }

    /** Stable, written as Rust writes its lints; warnings are silenced by {@code @SuppressWarnings("asyncfn:<id>")}. */
    public String id() {
        return id;
    }

    /** The whole message, with the arguments in place of each {@code %s}: first those of the text, then those of the remedy. */
    public String message(Object... arguments) {
        return "[asyncfn:" + id + "] " + (text + "; " + remedy).formatted(arguments);
    }
}
