package org.repatria.assets;

import org.junit.jupiter.api.Test;
import org.repatria.testkit.house.TidyRules;

class TidyTest {

    @Test
    void nothing_is_left_lying_about() {
        TidyRules.check();
    }
}
