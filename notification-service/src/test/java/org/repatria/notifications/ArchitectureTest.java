package org.repatria.notifications;

import org.junit.jupiter.api.Test;
import org.repatria.testkit.house.HouseRules;
import org.repatria.testkit.house.HouseRules.Ring;

class ArchitectureTest {

    @Test
    void the_service_keeps_to_the_map_of_the_house() {
        HouseRules.check(
                "org.repatria.notifications",
                Ring.DOMAIN,
                Ring.LAW,
                Ring.FLOWS,
                Ring.PUBLISHING,
                Ring.REACTIONS,
                Ring.QUERIES,
                Ring.WEB,
                Ring.LUCENE,
                Ring.KAFKA);
    }
}
