package org.repatria.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    @Nested
    class Missing {

        @Test
        void is_what_was_answered_and_not_seen() {
            ledger.answered("case-1");
            ledger.answered("case-1");
            ledger.answered("case-2");
            ledger.seen("case-1", "2", 10);

            assertThat(ledger.missing()).isEqualTo(2);
        }

        @Test
        void is_not_made_good_by_an_event_that_came_twice() {
            ledger.answered("case-1");
            ledger.answered("case-1");
            ledger.seen("case-1", "2", 10);
            ledger.seen("case-1", "2", 11);

            assertThat(ledger.missing()).isEqualTo(1);
            assertThat(ledger.lastNew()).isEqualTo(10);
        }

        @Test
        void is_not_made_good_by_an_event_of_another_case() {
            ledger.answered("case-1");
            ledger.seen("case-2", "2", 10);

            assertThat(ledger.missing()).isEqualTo(1);
        }
    }
}
