package org.repatria.bench.modulith;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Runs what is bound to a commit, and commits nothing. Modulith publishes after a commit; where the server knows no
 * transactions, this is when both writes are acknowledged.
 */
final class CallbacksOnly extends AbstractPlatformTransactionManager {

    private static final long serialVersionUID = 1;

    @Override
    protected Object doGetTransaction() {
        return this;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        // Each write is durable by itself.
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        // Each write is durable by itself.
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        // What was written stays.
    }
}
