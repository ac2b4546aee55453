package org.repatria.testkit.house.offending.mongo;

import org.repatria.testkit.house.offending.web.DoorRoutes;

/** Sees another adapter. */
record MongoDoors(DoorRoutes routes) {}
