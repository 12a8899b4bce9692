/** What runs futures: executors, timers, combinators, and bridges to the JDK's own asynchronous types. */
module dev.asyncfn.runtime {
    requires transitive dev.asyncfn;

    exports dev.asyncfn.executor;
    exports dev.asyncfn.future;
    exports dev.asyncfn.interop;
    exports dev.asyncfn.net;
    exports dev.asyncfn.stream;
    exports dev.asyncfn.sync;
    exports dev.asyncfn.test;
    exports dev.asyncfn.time;
}
