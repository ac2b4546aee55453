package org.repatria.cases.domain.safeguards;

/** What has happened to the safeguards of a case. */
public sealed interface SafeguardEvent permits CheckEvent, StayEvent, ConflictEvent, RightEvent {}
