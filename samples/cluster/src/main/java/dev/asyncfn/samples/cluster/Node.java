package dev.asyncfn.samples.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.AddressFromURIString;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.cluster.typed.SelfUp;
import org.apache.pekko.cluster.typed.Subscribe;

/**
 * A member of the cluster with a part of the accounts. As a program it is started with the JDBC URL of the journal and, except for the
 * first node, the address of a member to join; it prints its own address and the port for clients once it is a member.
 */
final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ActorSystem<Void> system;
    private final Front front;

    private Node(ActorSystem<Void> system, Front front) {
        this.system = system;
        this.front = front;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Config journal = ConfigFactory.parseMap(Map.of("jdbc-journal.slick.db.url", args[0]));
        Node node = start(journal.withFallback(ConfigFactory.load()), args.length > 1 ? args[1] : null);
        node.awaitMembership();
        System.out.println(Child.READY + node.address() + " " + node.port());
        Parent.awaitEnd();
        node.close();
    }

    /**
     * Starts a node in this JVM.
     *
     * @param seed the address of a member to join; null for the first node, which joins itself
     */
    static Node start(Config config, String seed) throws IOException {
        ActorSystem<Void> system = ActorSystem.create(guardian(), "accounts", config);
        Cluster cluster = Cluster.get(system);
        Address joined = seed == null ? cluster.selfMember().address() : AddressFromURIString.parse(seed);
        cluster.manager().tell(new Join(joined));
        return new Node(system, Front.start(system));
    }

    private static Behavior<Void> guardian() {
        return Behaviors.setup(context -> {
            ActorRef<Auditor.Check> auditor = context.spawn(Auditor.create(), "auditor");
            ClusterSharding.get(context.getSystem())
                    .init(AccountEntity.accounts(Auditor.limits(auditor, context.getSystem())));
            return Behaviors.empty();
        });
    }

    /** Blocks until the node is a member. */
    void awaitMembership() throws InterruptedException {
        CountDownLatch up = new CountDownLatch(1);
        ActorRef<SelfUp> listener = system.systemActorOf(
                Behaviors.receiveMessage(member -> {
                    up.countDown();
                    return Behaviors.stopped();
                }),
                "up",
                Props.empty());
        Cluster.get(system).subscriptions().tell(Subscribe.create(listener, SelfUp.class));
        up.await();
    }

    String address() {
        return Cluster.get(system).selfMember().address().toString();
    }

    /** The port for clients. */
    int port() {
        return front.port();
    }

    /** Leaves the cluster, and ends the actor system. */
    @Override
    public void close() throws IOException {
        front.close();
        system.terminate();
        CompletableFuture<Done> ended = system.getWhenTerminated().toCompletableFuture();
        ended.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
