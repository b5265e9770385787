package dev.slop.report;

import static dev.slop.report.JsonQuantities.number;
import static dev.slop.report.JsonQuantities.object;
import static dev.slop.report.JsonQuantities.quantity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.metrics.analysis.LexicalAnalysis;
import dev.slop.metrics.analysis.LexicalAnalysis.ModelTexts;
import dev.slop.metrics.analysis.LexicalAnalysis.ModelWording;
import dev.slop.metrics.analysis.LexicalAnalysis.PromptWording;
import dev.slop.metrics.lexical.OverusedPhrase;
import dev.slop.metrics.lexical.SharedPhrase;
import dev.slop.metrics.lexical.TextLengths;

/** How answers are worded, as a part of {@code analysis.json}. */
final class LexicalJson {
    private LexicalJson() {}

    static ObjectNode lexical(LexicalAnalysis lexical) {
        ObjectNode node = object();
        node.putArray("prompts")
                .addAll(lexical.prompts().stream().map(LexicalJson::prompt).toList());
        node.putArray("models")
                .addAll(lexical.models().stream().map(LexicalJson::model).toList());
        return node;
    }

    private static ObjectNode prompt(PromptWording wording) {
        ObjectNode node = object().put("id", wording.prompt());
        node.putArray("models")
                .addAll(wording.models().stream().map(LexicalJson::texts).toList());
        node.putArray("sharedPhrases")
                .addAll(wording.shared().stream().map(LexicalJson::shared).toList());
        return node;
    }

    private static ObjectNode texts(ModelTexts texts) {
        ObjectNode node = object().put("model", texts.model());
        node.set("words", lengths(texts.length()));
        node.set("distinct1", quantity(texts.distinct1()));
        node.set("distinct2", quantity(texts.distinct2()));
        node.set("expectationAdjustedDistinct", quantity(texts.expectationAdjusted()));
        node.set("selfBleu4", quantity(texts.selfBleu4()));
        node.set("rougeL", quantity(texts.rougeL()));
        node.set("compressionRatio", quantity(texts.compressionRatio()));
        return node;
    }

    private static ObjectNode lengths(TextLengths lengths) {
        ObjectNode node = object().put("texts", lengths.texts());
        node.set("mean", number(lengths.mean()));
        node.set("standardDeviation", number(lengths.standardDeviation()));
        node.put("least", lengths.least());
        node.set("median", number(lengths.median()));
        node.put("most", lengths.most());
        return node;
    }

    private static ObjectNode shared(SharedPhrase phrase) {
        ObjectNode node = object().put("phrase", phrase.phrase())
                .put("words", phrase.words())
                .put("texts", phrase.texts());
        phrase.models().forEach(node.putArray("models")::add);
        return node;
    }

    private static ObjectNode model(ModelWording wording) {
        ObjectNode node = object().put("model", wording.model()).put("texts", wording.texts());
        node.putArray("overusedPhrases")
                .addAll(wording.overused().stream().map(LexicalJson::overused).toList());
        return node;
    }

    private static ObjectNode overused(OverusedPhrase phrase) {
        ObjectNode node = object().put("phrase", phrase.phrase())
                .put("texts", phrase.texts())
                .put("otherTexts", phrase.otherTexts());
        node.set("logOdds", quantity(phrase.logOdds().ratio()));
        node.set("z", number(phrase.logOdds().z()));
        node.set("adjustedPValue", number(phrase.adjustedPValue()));
        return node;
    }
}
