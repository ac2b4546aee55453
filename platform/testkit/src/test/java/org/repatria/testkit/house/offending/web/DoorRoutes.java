package org.repatria.testkit.house.offending.web;

/** Is public without need, in a package that is not marked. */
public class DoorRoutes {}
