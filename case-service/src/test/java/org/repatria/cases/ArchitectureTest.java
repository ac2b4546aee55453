package org.repatria.cases;

import org.junit.jupiter.api.Test;
import org.repatria.testkit.house.HouseRules;
import org.repatria.testkit.house.HouseRules.Ring;

final class ArchitectureTest {

    @Test
    void the_service_keeps_to_the_map_of_the_house() {
        HouseRules.check(
                "org.repatria.cases",
                Ring.DOMAIN,
                Ring.LAW,
                Ring.FLOWS,
                Ring.PUBLISHING,
                Ring.REACTIONS,
                Ring.QUERIES,
                Ring.WEB,
                Ring.MONGO);
    }
}
