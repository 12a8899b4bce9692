module lib {
    requires transitive dev.asyncfn;

    exports lib.api;
}
