package dev.slop.report.html;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.SemanticAnalysis.MeaningMap;
import dev.slop.metrics.analysis.SemanticAnalysis.ModelMeaning;
import dev.slop.metrics.analysis.SemanticAnalysis.PairMeaning;
import dev.slop.metrics.analysis.SemanticAnalysis.Place;
import dev.slop.metrics.analysis.SemanticAnalysis.PromptMeaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What the answers to one prompt mean.
 *
 * @param full whether there are tables
 * @param embedder name of the model that embedded them
 * @param variance what the map holds, in words
 * @param shown how many texts the map has, in words
 * @param models per model, the pooled answers last; of a large study these alone
 * @param pairs the most alike first; none of a large study
 * @param morePairs how many are not shown
 * @param places the map as a table; none of a large study
 * @param morePlaces how many are not shown
 */
record MeaningView(
        boolean full,
        String embedder,
        String variance,
        String shown,
        List<ModelRow> models,
        List<PairRow> pairs,
        int morePairs,
        List<PlaceRow> places,
        int morePlaces) {
    private static final int MEDOID = 200;

    /**
     * One model.
     *
     * @param name short name
     * @param n answers measured
     * @param cosine mean over pairs of answers
     * @param vendi Vendi score
     * @param entropy semantic, in bits
     * @param medoid the most central answer
     */
    record ModelRow(String name, long n, Figure cosine, Figure vendi, Figure entropy, String medoid) {}

    /**
     * Two models.
     *
     * @param a short name
     * @param b short name
     * @param cosine mean over pairs of one answer of each
     * @param energy distance, or a dash
     * @param p adjusted
     */
    record PairRow(String a, String b, Figure cosine, String energy, String p) {}

    /**
     * A text on the map.
     *
     * @param text as sent
     * @param models who gave it, how often
     * @param x along the direction of most variance
     * @param y along the next
     */
    record PlaceRow(String text, String models, String x, String y) {}

    static MeaningView of(PromptMeaning meaning, ModelNames names, Detail detail) {
        MeaningMap map = meaning.map();
        int pairs = detail.full() ? Math.min(detail.pairs(), meaning.pairs().size()) : 0;
        int places = detail.full() ? Math.min(detail.groups(), map.places().size()) : 0;
        return new MeaningView(
                detail.full(),
                VisibleText.line(meaning.embedder(), 80),
                Figure.percent(map.firstShare() + map.secondShare()) + Figure.PERCENT + " of the variance ("
                        + Figure.percent(map.firstShare()) + Figure.PERCENT + " along x, "
                        + Figure.percent(map.secondShare()) + Figure.PERCENT + " along y)",
                shown(
                        Math.min(map.places().size(), detail.places()),
                        map.places().size(),
                        meaning.texts()),
                models(meaning, names, detail),
                meaning.pairs().stream()
                        .sorted(Comparator.comparingDouble(pair -> -valueOrZero(pair.meanCosine())))
                        .limit(pairs)
                        .map(pair -> row(pair, names))
                        .toList(),
                meaning.pairs().size() - pairs,
                map.places().stream()
                        .limit(places)
                        .map(place -> row(place, names, detail))
                        .toList(),
                map.places().size() - places);
    }

    private static String shown(int shown, int placed, int texts) {
        if (shown == texts) {
            return texts == 1 ? "There is one text." : "All " + Figure.count(texts) + " different texts are shown.";
        }
        String first = "The " + Figure.count(shown) + " most frequent of " + Figure.count(texts)
                + " different texts are shown, equally frequent ones drawn by lot";
        return placed == texts ? first + "." : first + "; the plane is that of " + Figure.count(placed) + ".";
    }

    private static List<ModelRow> models(PromptMeaning meaning, ModelNames names, Detail detail) {
        List<ModelRow> rows = new ArrayList<>();
        if (detail.full()) {
            meaning.models().forEach(model -> rows.add(row(names.shortName(model.model()), model)));
        }
        if (meaning.models().size() > 1 || rows.isEmpty()) {
            rows.add(row("all models", meaning.pooled()));
        }
        return rows;
    }

    private static ModelRow row(String name, ModelMeaning model) {
        return new ModelRow(
                name,
                model.n(),
                Figure.number(model.meanCosine()),
                Figure.number(model.vendi()),
                Figure.number(model.entropyBits()),
                VisibleText.shortened(model.medoid(), MEDOID));
    }

    private static PairRow row(PairMeaning pair, ModelNames names) {
        OptionalDouble distance = pair.energy().distance();
        return new PairRow(
                names.shortName(pair.a()),
                names.shortName(pair.b()),
                Figure.number(pair.meanCosine()),
                distance.isPresent() ? Figure.decimal(distance.getAsDouble()) : "–",
                PairLine.p(pair.energy().pValue()));
    }

    private static PlaceRow row(Place place, ModelNames names, Detail detail) {
        String models = place.models().entrySet().stream()
                .limit(detail.names())
                .map(entry -> names.shortName(entry.getKey()) + "\u00A0×\u00A0" + Figure.count(entry.getValue()))
                .collect(Collectors.joining(", "));
        int more = place.models().size() - detail.names();
        return new PlaceRow(
                VisibleText.shortened(place.text(), detail.textLength()),
                more > 0 ? models + " and " + more + " more" : models,
                Figure.decimal(place.x()),
                Figure.decimal(place.y()));
    }

    private static double valueOrZero(Quantity quantity) {
        return quantity instanceof Estimate estimate ? estimate.value() : 0;
    }
}
