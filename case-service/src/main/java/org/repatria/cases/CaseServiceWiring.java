package org.repatria.cases;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.repatria.cases.domain.access.Officers;
import org.repatria.cases.domain.amendments.AmendmentCommand;
import org.repatria.cases.domain.amendments.AmendmentDecider;
import org.repatria.cases.domain.amendments.AmendmentEvent;
import org.repatria.cases.domain.amendments.AmendmentRegister;
import org.repatria.cases.domain.assets.Shelf;
import org.repatria.cases.domain.assets.ShelfCommand;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.ListCommand;
import org.repatria.cases.domain.lists.ListDecider;
import org.repatria.cases.domain.reassessment.Reassessment;
import org.repatria.cases.domain.reassessment.ReassessmentCommand;
import org.repatria.cases.domain.reassessment.ReassessmentDecider;
import org.repatria.cases.domain.reassessment.ReassessmentEvent;
import org.repatria.cases.flows.intake.Claiming;
import org.repatria.cases.flows.intake.IdentityClaims;
import org.repatria.cases.flows.intake.Intake;
import org.repatria.cases.flows.intake.ListEntries;
import org.repatria.cases.flows.intake.Reception;
import org.repatria.cases.flows.reassessing.AssessedRows;
import org.repatria.cases.flows.reassessing.Reassessor;
import org.repatria.cases.flows.shelving.AssetsOfCases;
import org.repatria.cases.flows.shelving.Shelving;
import org.repatria.cases.flows.timekeeping.DueRows;
import org.repatria.cases.flows.timekeeping.Telling;
import org.repatria.cases.flows.timekeeping.Timekeeper;
import org.repatria.cases.law.References;
import org.repatria.cases.officers.OfficersDocument;
import org.repatria.cases.publishing.AmendmentPublishing;
import org.repatria.cases.publishing.AssetsOfCasePublishing;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.cases.publishing.ListPublishing;
import org.repatria.cases.publishing.ReassessmentPublishing;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.cases.queries.CaseViews;
import org.repatria.cases.reactions.WhenAssetChangesThenNoteItOnItsCases;
import org.repatria.cases.reactions.WhenAssetIsUnlinkedThenForgetIt;
import org.repatria.cases.reactions.WhenNoticeFallsThenReviewTheCasesThatLeanOnIt;
import org.repatria.edge.ClockListener;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.DocumentFeed;
import org.repatria.messaging.Ticker;
import org.repatria.messaging.Topics;
import org.repatria.messaging.consuming.ConsumingWiring;
import org.repatria.messaging.consuming.Consumption;
import org.repatria.messaging.consuming.ParkedListener;
import org.repatria.messaging.consuming.parking.ParkingNotes;
import org.repatria.readmodel.KafkaView;
import org.repatria.readmodel.ViewDefinition;
import org.repatria.readmodel.text.FoldedName;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Joins the rings of the case service; the only class that sees them all. */
@Configuration(proxyBeanMethods = false)
@Import(ConsumingWiring.class)
class CaseServiceWiring {

    /** Cases and lists share a stream: whoever follows cases learns of their lists. */
    private static final String STREAM = "case";

    @Bean
    Aggregates<CaseCommand, Case> cases(AggregatesFactory aggregates, Function<Instant, RuleBook> rules) {
        return aggregates.of(CasePublishing.type(new CaseDecider(rules)));
    }

    @Bean
    Aggregates<ListCommand, CaseList> lists(AggregatesFactory aggregates, Function<Instant, RuleBook> rules) {
        return aggregates.of(ListPublishing.type(new ListDecider(rules)));
    }

    /** The rules as they were known at a moment. */
    @Bean
    Function<Instant, RuleBook> rules(References references) {
        return references::at;
    }

    @Bean
    Aggregates<ShelfCommand, Shelf> assetShelves(AggregatesFactory aggregates) {
        return aggregates.of(AssetsOfCasePublishing.shelves());
    }

    /** With what follows for the case: nobody puts anything on a shelf without it. */
    @Bean
    Shelving shelving(
            AggregatesFactory aggregates,
            Aggregates<ShelfCommand, Shelf> assetShelves,
            Aggregates<CaseCommand, Case> cases) {
        return new Shelving(assetShelves, aggregates.of(AssetsOfCasePublishing.inventories()), cases);
    }

    @Bean
    AssetsOfCases assetsOfCases(Aggregates<ShelfCommand, Shelf> assetShelves) {
        return new AssetsOfCases(assetShelves);
    }

    @Bean
    Consumption assetsForCases(Shelving shelving) {
        return Consumption.named("assets-for-cases")
                .snapshots(Topics.snapshots("asset"))
                .on("asset.snapshot.v1", shelving, new WhenAssetChangesThenNoteItOnItsCases());
    }

    @Bean
    Consumption unlinkedAssets(Shelving shelving) {
        return Consumption.named("unlinked-assets-for-cases")
                .events(Topics.events("asset"))
                .on("asset.unlinked.v1", shelving, new WhenAssetIsUnlinkedThenForgetIt());
    }

    /** Our own stream: what happens in one case means something for others. */
    @Bean
    Consumption fallenNotices(Aggregates<CaseCommand, Case> cases) {
        return Consumption.named("fallen-notices-for-cases")
                .events(Topics.confidedEvents(STREAM))
                .on("case.notice-fell.v1", cases, new WhenNoticeFallsThenReviewTheCasesThatLeanOnIt());
    }

    /** What cannot be applied is told on our own stream. */
    @Bean
    ParkedListener parkedListener(AggregatesFactory aggregates) {
        return new ParkingNotes(aggregates.of(ParkingNotes.on(STREAM)));
    }

    @Bean
    Aggregates<AmendmentCommand, AmendmentRegister> amendments(AggregatesFactory aggregates) {
        return aggregates.of(new AggregateType<>(
                "amendments",
                "amendments",
                STREAM,
                AmendmentRegister.class,
                AmendmentEvent.class,
                new AmendmentDecider(),
                new AmendmentPublishing()));
    }

    /** The service does not start with reference data that it cannot read whole. */
    @Bean
    References references() {
        return References.shipped();
    }

    @Bean(destroyMethod = "close")
    DocumentFeed amendmentsFeed(Aggregates<AmendmentCommand, AmendmentRegister> amendments, References references) {
        return DocumentFeed.start(amendments, AmendmentRegister.ID, register -> references.learn(register.approved()));
    }

    /** Without a directory the service does not start: nobody could be made responsible. */
    @Bean
    Officers officers(@Value("${repatria.officers}") URI document) {
        return OfficersDocument.readFrom(document, Clock.systemUTC());
    }

    @Bean
    Claiming claiming(IdentityClaims claims) {
        return new Claiming(claims, name -> FoldedName.of(name).keys());
    }

    @Bean
    Intake intake(
            Aggregates<CaseCommand, Case> cases,
            Aggregates<ListCommand, CaseList> lists,
            Claiming claiming,
            ListEntries entries,
            Clock clock) {
        return new Intake(cases, lists, claiming, entries, clock);
    }

    @Bean(destroyMethod = "close")
    Reception reception(Aggregates<ListCommand, CaseList> lists, Intake intake) {
        return new Reception(lists, intake);
    }

    @Bean(destroyMethod = "close")
    KafkaView casesView(
            @Value("${repatria.view.dir}") Path directory,
            @Value("${repatria.kafka}") String kafka,
            MeterRegistry meters) {
        return view(CaseViewDefinitions.cases(), directory, kafka, meters);
    }

    @Bean(destroyMethod = "close")
    KafkaView listsView(
            @Value("${repatria.view.dir}") Path directory,
            @Value("${repatria.kafka}") String kafka,
            MeterRegistry meters) {
        return view(CaseViewDefinitions.lists(), directory, kafka, meters);
    }

    @Bean
    CaseViews caseViews(KafkaView casesView, KafkaView listsView) {
        return new CaseViews(casesView, listsView);
    }

    @Bean
    Timekeeper timekeeper(
            Aggregates<CaseCommand, Case> cases,
            Aggregates<ListCommand, CaseList> lists,
            CaseViews views,
            Clock clock) {
        return new Timekeeper(
                List.of(
                        new DueRows("cases", views.cases(), new Telling<>(cases, new CaseCommand.PassTime())),
                        new DueRows("lists", views.lists(), new Telling<>(lists, new ListCommand.PassTime()))),
                clock);
    }

    @Bean(destroyMethod = "close")
    Ticker timekeeping(Timekeeper timekeeper) {
        return Ticker.start("what is due in cases and lists", Timekeeper.LOOK_EVERY, timekeeper::look);
    }

    @Bean
    ClockListener onClockMoved(Ticker timekeeping) {
        return timekeeping::nudge;
    }

    @Bean
    Aggregates<ReassessmentCommand, Reassessment> reassessments(AggregatesFactory aggregates) {
        return aggregates.of(new AggregateType<>(
                "reassessment",
                "reassessments",
                STREAM,
                Reassessment.class,
                ReassessmentEvent.class,
                new ReassessmentDecider(),
                new ReassessmentPublishing()));
    }

    @Bean
    Reassessor reassessor(
            Aggregates<ReassessmentCommand, Reassessment> reassessments,
            Aggregates<CaseCommand, Case> cases,
            CaseViews views,
            References references,
            // The amendments that were approved before this start are known first.
            DocumentFeed amendments,
            Clock clock,
            MeterRegistry meters) {
        return new Reassessor(reassessments, cases, new AssessedRows(views.cases()), references, clock, meters);
    }

    @Bean(destroyMethod = "close")
    Ticker reassessing(Reassessor reassessor) {
        return Ticker.start("whether the law has changed", Reassessor.LOOK_EVERY, reassessor::look);
    }

    private static KafkaView view(ViewDefinition definition, Path directory, String kafka, MeterRegistry meters) {
        return KafkaView.open(definition, directory, Map.of("bootstrap.servers", kafka), meters);
    }
}
