package org.repatria.messaging.consuming.parking;

/** Noting a fact is never refused. */
public enum NeverRefused {}
