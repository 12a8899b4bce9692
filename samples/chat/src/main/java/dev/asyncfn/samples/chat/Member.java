package dev.asyncfn.samples.chat;

import java.util.Objects;

/** A client that has a name, and is in a room. Thread-safe. */
final class Member {
    private final String name;
    private final Client client;
    private volatile String room;

    Member(String name, Client client, String room) {
        this.name = Objects.requireNonNull(name);
        this.client = client;
        this.room = room;
    }

    String name() {
        return name;
    }

    Client client() {
        return client;
    }

    String room() {
        return room;
    }

    void enter(String newRoom) {
        room = newRoom;
    }
}
