package org.repatria.api;

import java.time.Clock;
import java.util.List;
import org.repatria.edge.AccessTrail;
import org.repatria.edge.Api;
import org.repatria.edge.EdgeConfiguration;
import org.repatria.edge.ProblemRendering;
import org.repatria.edge.ProblemSource;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.MessagingConfiguration;
import org.repatria.messaging.Refills;
import org.repatria.messaging.accessjournal.AccessJournal;
import org.repatria.messaging.consuming.ConsumerLags;
import org.repatria.messaging.consuming.Parked;
import org.repatria.readmodel.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every service's API has beside its own routes, joined to Spring. */
@AutoConfiguration(before = EdgeConfiguration.class, after = MessagingConfiguration.class)
public class ApiConfiguration {

    /** What the errors of the store mean. */
    @Bean
    ProblemSource storeProblems() {
        return StoreProblems.SOURCE;
    }

    /** What an operator sees and does about parked records, where the service consumes. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(Parked.class)
    static class Operations {
        @Bean
        Api operations(Parked parked) {
            return ParkedEndpoints.of(parked);
        }
    }

    /** What an operator does after topics were lost, where the service publishes. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(AggregatesFactory.class)
    static class Republishing {
        @Bean
        Refills refills(AggregatesFactory aggregates, Clock clock) {
            return new Refills(aggregates, clock);
        }

        @Bean
        Api refillRoutes(Refills refills) {
            return RefillEndpoints.of(refills);
        }
    }

    /** What an operator sees of how far this instance is behind, where the service publishes. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(AggregatesFactory.class)
    static class Freshness {
        @Bean
        Api freshnessRoutes(
                ObjectProvider<View> views,
                AggregatesFactory aggregates,
                ObjectProvider<ConsumerLags> lags,
                ObjectProvider<Parked> parked) {
            return FreshnessEndpoints.of(
                    views.orderedStream().toList(),
                    aggregates,
                    lags.stream().findFirst(),
                    parked.stream().findFirst());
        }
    }

    /** The trace of what is read: without a journal a service does not start. */
    @Configuration(proxyBeanMethods = false)
    static class Tracing {
        @Bean
        AccessTrail accessTrail(List<Api> apis, AccessJournal journal, ProblemRendering problems, Clock clock) {
            return new JournaledTrail(apis, journal, problems::problem, clock);
        }

        @Bean
        Api accessJournalRoutes(AccessJournal journal) {
            return AccessJournalEndpoints.of(journal.reading());
        }
    }
}
