package org.repatria.edge;

import org.junit.jupiter.api.Test;
import org.repatria.testkit.house.HouseRules;

final class ArchitectureTest {

    @Test
    void the_edge_keeps_to_the_map_of_the_house() {
        HouseRules.check("org.repatria.edge");
    }
}
