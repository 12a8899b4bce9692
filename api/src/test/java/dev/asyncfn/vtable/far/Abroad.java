package dev.asyncfn.vtable.far;

import dev.asyncfn.vtable.near.Home;

/** Overrides the method of another package by way of a public one. */
public class Abroad extends Home {
    /** Makes one. */
    public Abroad() {}

    @Override
    public String name() {
        return "Abroad";
    }
}
