package dev.asyncfn.vtable;

final class OtherRepoAsync {
    static {
        Initialized.names.add("OtherRepoAsync");
    }

    private OtherRepoAsync() {}
}
