package dev.asyncfn.processor.fuzz;

/** The class with fields of generated programs. */
public final class Box {
    public int number;
    public long big;
    public String text = "box";
    public int[] items = {1, 2, 3};
    public Box next;

    public Box(int number) {
        this.number = number;
    }

    public int plus(int x) {
        number += x;
        return number;
    }

    public Box put(int x, Box box) {
        number = x;
        next = box;
        return this;
    }

    @Override
    public String toString() {
        return "Box(" + number + ", " + big + ", " + text + ")";
    }
}
