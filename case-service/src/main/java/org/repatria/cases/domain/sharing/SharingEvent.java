package org.repatria.cases.domain.sharing;

/** What has happened to the data that leave a case, and to who sees its compartments. */
public sealed interface SharingEvent
        permits SharingEvent.DataDisclosed, SharingEvent.CorrectionOpened, SharingEvent.RecipientNotified, GrantEvent {

    /** Data were sent. */
    record DataDisclosed(Disclosure disclosure) implements SharingEvent {}

    /** Data that were sent are known to be wrong; the recipients are told next. */
    record CorrectionOpened(Correction correction) implements SharingEvent {}

    /** One recipient of wrong data is told. */
    record RecipientNotified(String correctionId, String recipient) implements SharingEvent {}
}
