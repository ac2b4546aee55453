package org.repatria.cases.domain.safeguards;

/** What may be asked of the safeguards of a case. */
public sealed interface SafeguardCommand permits CheckCommand, StayCommand, ConflictCommand, RightCommand {}
