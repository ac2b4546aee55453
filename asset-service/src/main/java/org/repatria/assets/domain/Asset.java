package org.repatria.assets.domain;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.repatria.policy.States;
import org.repatria.policy.Subject;

/** A thing of value that is traced, restrained, confiscated and returned. */
public sealed interface Asset {

    /** Nothing is known under this id. */
    record Unregistered() implements Asset {}

    /**
     * An asset that was found.
     *
     * @param source where the knowledge comes from; never leaves the service
     * @param authority the body that holds the file on it; only its own side sees the asset
     */
    record Registered(
            AssetId id,
            AssetKind kind,
            String description,
            List<Identifier> identifiers,
            Location location,
            String source,
            Confidence confidence,
            String authority,
            Instant registeredAt,
            List<CaseLink> links,
            List<Valuation> valuations,
            List<RestraintOrder> orders,
            List<Interest> interests)
            implements Asset {

        public Registered {
            identifiers = List.copyOf(identifiers);
            links = List.copyOf(links);
            valuations = List.copyOf(valuations);
            orders = List.copyOf(orders);
            interests = List.copyOf(interests);
        }

        /** Derived from the orders alone; the most binding one speaks. */
        public AssetStatus status() {
            var orderStates = orders.stream().map(RestraintOrder::status).collect(toSet());
            if (orderStates.contains(OrderStatus.ISSUED)) {
                return AssetStatus.RESTRAINED;
            }
            if (orderStates.contains(OrderStatus.EXPIRED)) {
                return AssetStatus.LAPSED_PRESUMED;
            }
            return orderStates.contains(OrderStatus.DISCHARGED) ? AssetStatus.RELEASED : AssetStatus.IDENTIFIED;
        }

        /** The orders that are running as far as is known. */
        public List<RestraintOrder> liveOrders() {
            return orders.stream()
                    .filter(order -> order.status() == OrderStatus.ISSUED)
                    .toList();
        }

        /** Whether an order of restraint holds on a day, whenever it became known. */
        public boolean isRestrainedOn(LocalDate day) {
            return orders.stream().anyMatch(order -> order.holdsOn(day));
        }

        public Optional<RestraintOrder> order(OrderId orderId) {
            return orders.stream().filter(order -> order.id().equals(orderId)).findFirst();
        }

        public Optional<CaseLink> link(CaseId caseId) {
            return links.stream().filter(link -> link.caseId().equals(caseId)).findFirst();
        }

        /** The asset as the policy of the house asks about it: a file that one state holds. */
        public Subject subject() {
            return new Subject.Held(state());
        }

        /** The state whose file the asset is. */
        public String state() {
            return States.of(authority);
        }

        Registered withLink(CaseLink link) {
            return withLinks(appended(links, link));
        }

        Registered withStanding(CaseId caseId, CaseLink.Standing standing) {
            return withLinks(links.stream()
                    .map(link -> link.caseId().equals(caseId) ? link.standing(standing) : link)
                    .toList());
        }

        Registered withGround(CaseId caseId, CaseGround ground) {
            return withLinks(links.stream()
                    .map(link -> link.caseId().equals(caseId) ? link.on(ground) : link)
                    .toList());
        }

        Registered withoutLink(CaseId caseId) {
            return withLinks(
                    links.stream().filter(link -> !link.caseId().equals(caseId)).toList());
        }

        Registered withValuation(Valuation valuation) {
            return with(links, appended(valuations, valuation), orders, interests);
        }

        Registered withOrder(RestraintOrder order) {
            return with(links, valuations, appended(orders, order), interests);
        }

        Registered changing(OrderId orderId, UnaryOperator<RestraintOrder> change) {
            return with(
                    links,
                    valuations,
                    orders.stream()
                            .map(order -> order.id().equals(orderId) ? change.apply(order) : order)
                            .toList(),
                    interests);
        }

        Registered withInterests(InterestChange change) {
            return with(links, valuations, orders, Interests.after(interests, change));
        }

        private Registered withLinks(List<CaseLink> changed) {
            return with(changed, valuations, orders, interests);
        }

        private Registered with(
                List<CaseLink> links,
                List<Valuation> valuations,
                List<RestraintOrder> orders,
                List<Interest> interests) {
            return new Registered(
                    id,
                    kind,
                    description,
                    identifiers,
                    location,
                    source,
                    confidence,
                    authority,
                    registeredAt,
                    links,
                    valuations,
                    orders,
                    interests);
        }

        private static <T> List<T> appended(List<T> list, T last) {
            var longer = new ArrayList<>(list);
            longer.add(last);
            return longer;
        }
    }
}
