package dev.asyncfn.bridge.reactor;

import dev.asyncfn.Future;
import org.springframework.transaction.annotation.Transactional;

interface Accounts {
    @Transactional
    Future<String> transfer(int amount);

    @Transactional
    Future<String> stuck();
}
