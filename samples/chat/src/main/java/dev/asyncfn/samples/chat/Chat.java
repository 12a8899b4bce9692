package dev.asyncfn.samples.chat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Who is here, in which room, and what they may say. No I/O and no waiting, so nothing here is async. Thread-safe. */
final class Chat {
    static final String LOBBY = "lobby";

    private static final String COMMANDS = "/join <room>, /who and /quit";

    private final Map<String, Member> members = new ConcurrentHashMap<>();

    /** Lets a client in; empty if that is no name, or another member's. */
    Optional<Member> enter(String name, Client client) {
        Member member = new Member(name, client, LOBBY);
        if (name.isBlank() || name.startsWith("/") || members.putIfAbsent(name, member) != null) {
            return Optional.empty();
        }
        tellOthers(member, name + " has come in.");
        client.tell("Hello " + name + ". Whatever you write is read by all in this room, except " + COMMANDS + ".");
        return Optional.of(member);
    }

    void leave(Member member) {
        members.remove(member.name());
        tellOthers(member, member.name() + " has left.");
    }

    /**
     * Does what a member's line asks for.
     *
     * @return whether the member stays
     */
    boolean hear(Member member, String line) {
        String[] words = line.split(" +", 2);
        switch (words[0]) {
            case "/quit" -> {
                return false;
            }
            case "/who" -> member.client().tell("In " + member.room() + ": " + namesIn(member.room()));
            case "/join" -> move(member, words.length < 2 ? LOBBY : words[1]);
            default -> {
                if (line.startsWith("/")) {
                    member.client().tell("There is no " + words[0] + ", only " + COMMANDS + ".");
                } else if (!line.isBlank()) {
                    tellOthers(member, member.name() + ": " + line);
                }
            }
        }
        return true;
    }

    private void move(Member member, String room) {
        tellOthers(member, member.name() + " has gone to " + room + ".");
        member.enter(room);
        tellOthers(member, member.name() + " has come in.");
        member.client().tell("This is " + room + ".");
    }

    private String namesIn(String room) {
        return members.values().stream()
                .filter(member -> member.room().equals(room))
                .map(Member::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void tellOthers(Member speaker, String line) {
        for (Member member : members.values()) {
            if (member != speaker && member.room().equals(speaker.room())) {
                member.client().tell(line);
            }
        }
    }
}
