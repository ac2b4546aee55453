package org.repatria.assets;

import org.junit.jupiter.api.Test;
import org.repatria.testkit.house.HouseRules;
import org.repatria.testkit.house.HouseRules.Ring;

class ArchitectureTest {

    @Test
    void the_asset_service_keeps_the_map_of_the_house() {
        HouseRules.check(
                "org.repatria.assets",
                Ring.DOMAIN,
                Ring.LAW,
                Ring.FLOWS,
                Ring.PUBLISHING,
                Ring.REACTIONS,
                Ring.QUERIES,
                Ring.WEB);
    }
}
