package org.repatria.cases;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.ToldCase;

/** What is told of a case with one redaction taken away: the part named is told as it is. */
final class Leaks {

    /** Every part that {@link ToldCase} makes anew, by the record that holds it. */
    static final List<String> NAMES = List.of(
            "stage",
            "Dossier.facts",
            "Dossier.run",
            "Dossier.courses",
            "Dossier.clocks",
            "Dossier.missing",
            "Dossier.disclosures",
            "Safeguards.checks",
            "Safeguards.stays",
            "Safeguards.conflicts",
            "Safeguards.rights");

    private Leaks() {}

    static Object told(String part, Case.Opened whole) {
        var told = ToldCase.of(whole);
        if (part.equals("stage")) {
            return List.of(told, whole.stage());
        }
        var dot = part.indexOf('.');
        var name = part.substring(dot + 1);
        return switch (part.substring(0, dot)) {
            case "Dossier" -> with(told.file().dossier(), whole.file().dossier(), name);
            case "Safeguards" ->
                with(told.file().dossier().safeguards(), whole.file().dossier().safeguards(), name);
            default -> throw new IllegalArgumentException(part);
        };
    }

    /** The record as it is told, but for one component. */
    private static <R extends Record> R with(R told, R whole, String leaked) {
        try {
            var components = told.getClass().getRecordComponents();
            var values = new Object[components.length];
            for (var i = 0; i < components.length; i++) {
                values[i] = value(components[i], components[i].getName().equals(leaked) ? whole : told);
            }
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked")
            var made = (R) told.getClass().getDeclaredConstructor(types).newInstance(values);
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(RecordComponent component, Record of) throws ReflectiveOperationException {
        return component.getAccessor().invoke(of);
    }
}
