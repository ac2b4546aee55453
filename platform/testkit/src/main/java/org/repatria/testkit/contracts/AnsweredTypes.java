package org.repatria.testkit.contracts;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The records of a domain that answers let out, with their components; words for one value apart. A service's test
 * holds them to a list, so that nothing new in a domain is answered before somebody has said that it may be.
 */
public final class AnsweredTypes {

    private final SortedMap<String, List<String>> found = new TreeMap<>();
    private final Set<Type> seen = new HashSet<>();
    private final String domain;

    private AnsweredTypes(String domain) {
        this.domain = domain;
    }

    /**
     * The components of each record by the record's name.
     *
     * @param answers the types of the answers of a service
     * @param domain the package under which its domain lies
     */
    public static SortedMap<String, List<String>> of(Collection<? extends Class<?>> answers, String domain) {
        var types = new AnsweredTypes(domain);
        answers.forEach(types::look);
        return types.found;
    }

    private void look(Type type) {
        if (!seen.add(type)) {
            return;
        }
        switch (type) {
            case ParameterizedType generic -> {
                look(generic.getRawType());
                Arrays.stream(generic.getActualTypeArguments()).forEach(this::look);
            }
            case GenericArrayType array -> look(array.getGenericComponentType());
            case WildcardType wildcard ->
                Arrays.stream(wildcard.getUpperBounds()).forEach(this::look);
            case Class<?> one
            when one.isSealed() -> Arrays.stream(one.getPermittedSubclasses()).forEach(this::look);
            case Class<?> one when one.isRecord() -> components(one);
            default -> {}
        }
    }

    private void components(Class<?> type) {
        var components = type.getRecordComponents();
        if (components.length > 1 && (type.getPackageName() + ".").startsWith(domain + ".")) {
            found.put(
                    type.getName().substring(type.getPackageName().length() + 1),
                    Arrays.stream(components).map(RecordComponent::getName).toList());
        }
        Arrays.stream(components).map(RecordComponent::getGenericType).forEach(this::look);
    }
}
