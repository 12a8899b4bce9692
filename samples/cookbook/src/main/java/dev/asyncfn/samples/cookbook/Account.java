package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.sync.Mutex;
import java.util.List;

/** Accounts between which many tasks move money at the same time, and a bank that must agree and takes its time. */
public final class Account {
    /** Asks the bank whether {@code amount} may be moved; the accounts are locked until it has answered. */
    public interface Bank {
        Future<Boolean> allows(long amount);
    }

    private final int number;
    private final Mutex<Long> balance;

    public Account(int number, long balance) {
        this.number = number;
        this.balance = new Mutex<>(balance);
    }

    /** The balance, to read or to change, once no other task uses it. */
    Future<Mutex.Guard<Long>> lock() {
        return balance.lock();
    }

    /**
     * Moves money, or none. A transfer that is dropped, at any await, has not happened: nothing is changed before the last await,
     * and the locks are released on every way out.
     *
     * @return whether there was enough money, and the bank agreed
     */
    @AsyncFn
    static boolean transfer(Account from, Account to, long amount, Bank bank) {
        if (from == to) {
            return await(bank.allows(amount)); // a second lock of the same account would wait for the first
        }
        boolean inOrder = from.number < to.number; // every transfer locks in this order, so there is no deadlock
        try (Mutex.Guard<Long> first = await((inOrder ? from : to).lock());
                Mutex.Guard<Long> second = await((inOrder ? to : from).lock())) {
            Mutex.Guard<Long> source = inOrder ? first : second;
            Mutex.Guard<Long> target = inOrder ? second : first;
            if (source.get() < amount || !await(bank.allows(amount))) {
                return false;
            }
            source.set(source.get() - amount);
            target.set(target.get() + amount);
            return true;
        }
    }

    /** The sum of all balances, each read when no transfer is using it. */
    @AsyncFn
    static long sum(List<Account> accounts) {
        long sum = 0;
        for (Account account : accounts) {
            try (Mutex.Guard<Long> balance = await(account.lock())) {
                sum += balance.get();
            }
        }
        return sum;
    }
}
