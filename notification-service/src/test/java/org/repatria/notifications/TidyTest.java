package org.repatria.notifications;

import org.junit.jupiter.api.Test;
import org.repatria.testkit.house.TidyRules;

class TidyTest {

    @Test
    void the_sources_are_tidy() {
        TidyRules.check();
    }
}
