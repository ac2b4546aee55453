package org.repatria.testkit.house.sound.web;

import org.repatria.testkit.house.sound.domain.Door;

/** Keeps the rules. */
record DoorRoutes(Door door) {}
