package dev.asyncfn.samples.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.LocalPool;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.MockMakers;
import org.mockito.exceptions.base.MockitoException;

/** The future of a mock's async fn is the stub. */
class MockitoTest {
    private static <T> T mockOf(Class<T> type, String maker) {
        return mock(type, withSettings().mockMaker(maker));
    }

    @ParameterizedTest
    @ValueSource(strings = {MockMakers.INLINE, MockMakers.SUBCLASS, MockMakers.PROXY})
    void stubOfAnInterfacesAsyncFnIsTheValueOfItsFuture(String maker) throws IOException {
        Accounts accounts = mockOf(Accounts.class, maker);
        when(accounts.owner(3)).thenReturn("Ada");

        assertThat(Async.blockOn(AccountsAsync.owner(accounts, 3))).isEqualTo("Ada");
        assertThat(Async.blockOn(AccountsAsync.owner(accounts, 4))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {MockMakers.INLINE, MockMakers.SUBCLASS})
    void stubOfAnAbstractClassesAsyncFnIsTheValueOfItsFuture(String maker) throws IOException {
        AuditedAccounts accounts = mockOf(AuditedAccounts.class, maker);
        when(accounts.record(3)).thenReturn(7L);
        when(accounts.audited(3)).thenReturn("Ada, audited");

        assertThat(Async.blockOn(AuditedAccountsAsync.record(accounts, 3))).isEqualTo(7);
        assertThat(Async.blockOn(AuditedAccountsAsync.audited(accounts, 3))).isEqualTo("Ada, audited");
    }

    @ParameterizedTest
    @ValueSource(strings = {MockMakers.INLINE, MockMakers.SUBCLASS})
    void stubOfAnOverridableAsyncFnIsTheValueOfItsFuture(String maker) throws IOException {
        StoredAccounts accounts = mockOf(StoredAccounts.class, maker);
        when(accounts.owner(3)).thenReturn("Ada");

        assertThat(Async.blockOn(StoredAccountsAsync.owner(accounts, 3))).isEqualTo("Ada");
        assertThat(Async.blockOn(AccountsAsync.owner(accounts, 3))).isEqualTo("Ada");
    }

    @Test
    void stubIsAwaitedByOtherAsyncFnsAndTheirBlocks() throws Exception {
        Accounts accounts = mock();
        when(accounts.owner(3)).thenReturn("Ada");
        when(accounts.owner(4)).thenReturn("Grace");

        LocalPool pool = new LocalPool();
        assertThat(pool.runUntil(LetterAsync.to(accounts, 3))).isEqualTo("Dear Ada");
        assertThat(pool.runUntil(LetterAsync.toBoth(accounts, 3, 4))).isEqualTo("Dear Ada and Grace");
    }

    @Test
    void stubThatThrowsFailsTheFuture() throws IOException {
        Accounts accounts = mock();
        IOException gone = new IOException("gone");
        when(accounts.owner(3)).thenThrow(gone);

        assertThatThrownBy(() -> Async.blockOn(AccountsAsync.owner(accounts, 3)))
                .isSameAs(gone);
        assertThat(Async.blockOn(LetterAsync.to(accounts, 3))).isEqualTo("To whom it may concern: gone");
    }

    @Test
    void mockSeesOneCallInTheFirstPoll() throws IOException {
        Accounts accounts = mock();
        Future<String> owner = AccountsAsync.owner(accounts, 3);
        verifyNoInteractions(accounts);

        Async.blockOn(owner);
        verify(accounts, times(1)).owner(3);
        verifyNoMoreInteractions(accounts);
    }

    @Test
    void droppedFutureCallsNothing() {
        Accounts accounts = mock();
        AccountsAsync.owner(accounts, 3).drop();
        verifyNoInteractions(accounts);
    }

    @Test
    void defaultAsyncFnOfAMockIsStubbedToo() throws IOException {
        Accounts accounts = mock();
        assertThat(Async.blockOn(AccountsAsync.owners(accounts, List.of(3L, 4L))))
                .isEmpty();

        when(accounts.owner(anyLong())).thenAnswer(call -> "owner of " + call.getArgument(0));
        when(accounts.owners(anyList())).thenCallRealMethod();
        assertThat(Async.blockOn(AccountsAsync.owners(accounts, List.of(3L, 4L))))
                .containsExactly("owner of 3", "owner of 4");
        verify(accounts).owner(3);
        verify(accounts).owner(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {MockMakers.INLINE, MockMakers.SUBCLASS})
    void spyRunsTheMethodUnlessItIsStubbed(String maker) throws IOException {
        StoredAccounts spy = mock(
                StoredAccounts.class,
                withSettings()
                        .mockMaker(maker)
                        .spiedInstance(new StoredAccounts())
                        .defaultAnswer(CALLS_REAL_METHODS));
        doReturn("Ada").when(spy).owner(3);
        doThrow(new IOException("gone")).when(spy).owner(4);

        assertThat(Async.blockOn(StoredAccountsAsync.owner(spy, 5))).isEqualTo("stored account 5");
        assertThat(Async.blockOn(StoredAccountsAsync.owner(spy, 3))).isEqualTo("Ada");
        assertThatThrownBy(() -> Async.blockOn(StoredAccountsAsync.owner(spy, 4)))
                .hasMessage("gone");
        assertThat(Async.blockOn(AuditedAccountsAsync.audited(spy, 3))).isEqualTo("Ada, record 1");
        verify(spy, times(2)).owner(3);
        verify(spy).record(3);
    }

    /** Inline mocks have the class itself: only its other objects run its futures. */
    @Test
    void otherObjectsOfAMockedClassKeepTheirFutures() throws IOException {
        StoredAccounts mock = mock();
        when(mock.owner(3)).thenReturn("Ada");
        CompletableFuture<String> later = new CompletableFuture<>();
        StoredAccounts real = new StoredAccounts("real ", later);

        LocalPool pool = new LocalPool();
        var owner = pool.spawn(StoredAccountsAsync.owner(real, 3));
        pool.runUntilStalled(); // it is suspended, though the same method of the mock is called
        assertThat(pool.runUntil(StoredAccountsAsync.owner(mock, 3))).isEqualTo("Ada");
        later.complete("account ");
        assertThat(pool.runUntil(owner)).isEqualTo("real account 3");
    }

    @Test
    void methodOfASpyThatWouldWaitOnAnExecutorIsTold() {
        StoredAccounts spy = spy(new StoredAccounts("spied ", new CompletableFuture<>()));

        assertThatThrownBy(() -> new LocalPool().runUntil(StoredAccountsAsync.owner(spy, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "StoredAccounts.owner", "is none itself", "annotate it with @AsyncFn", "such as with Blocking");
    }

    @Test
    void finalClassHasNoMockThatIsASubclass() {
        assertThatThrownBy(() -> mockOf(ClosedAccounts.class, MockMakers.SUBCLASS))
                .isInstanceOf(MockitoException.class)
                .hasMessageContaining("final class");
    }

    /** Its interface's async fn is virtual: an inline mock of the final class is dispatched to by way of that. */
    @Test
    void inlineMockOfAFinalClassIsStubbedThroughItsInterface() {
        ClosedAccounts accounts = mockOf(ClosedAccounts.class, MockMakers.INLINE);
        when(accounts.owner(3)).thenReturn("Ada");

        assertThat(Async.blockOn(LetterAsync.to(accounts, 3))).isEqualTo("Dear Ada");
    }
}
