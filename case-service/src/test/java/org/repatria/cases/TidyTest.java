package org.repatria.cases;

import org.junit.jupiter.api.Test;
import org.repatria.testkit.house.TidyRules;

final class TidyTest {

    @Test
    void the_sources_are_tidy() {
        TidyRules.check();
    }
}
