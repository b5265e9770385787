package dev.slop.report;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.AnalysisOptions;
import dev.slop.metrics.analysis.Analyzer;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.SemanticGrouping;
import dev.slop.metrics.vector.TextEmbedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Analyses of answers that were embedded, by how often each letter occurs. */
public final class EmbeddedStudy {
    private EmbeddedStudy() {}

    /** {@return the analysis of the prompt {@code p}} */
    public static Analysis analysis(Map<String, List<String>> answersByModel) {
        List<Answer> answers = new ArrayList<>();
        new TreeMap<>(answersByModel).forEach((model, texts) -> {
            for (int i = 0; i < texts.size(); i++) {
                answers.add(new Answer("p", model, Answer.DEFAULT_VARIANT, i, Outcome.ANSWERED, texts.get(i)));
            }
        });
        PromptSpec prompt = new PromptSpec(
                "p", "Say something", AnswerRules.text(), SemanticGrouping.of(new Letters(), 0.95), Optional.empty());
        return Analyzer.analyze(new AnswerTable(List.of(prompt), answers), new AnalysisOptions(1, 0.95, 99));
    }

    private static final class Letters implements TextEmbedder {
        @Override
        public String name() {
            return "letters";
        }

        @Override
        public Embeddings embed(List<String> texts) {
            return Embeddings.of(texts.stream().map(Letters::row).toList());
        }

        private static float[] row(String text) {
            float[] row = new float[27];
            text.chars().forEach(c -> row[c >= 'a' && c <= 'z' ? c - 'a' : 26]++);
            return row;
        }
    }
}
