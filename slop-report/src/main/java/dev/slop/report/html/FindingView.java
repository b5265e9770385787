package dev.slop.report.html;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding with its number.
 *
 * @param text the sentence
 * @param figure the number
 * @param anchor of the prompt it is about; empty if it is about all
 * @param prompt its id
 */
record FindingView(String text, Figure figure, String anchor, String prompt) {
    static List<FindingView> of(Analysis analysis) {
        Map<String, PromptRef> refs = new HashMap<>();
        analysis.prompts().forEach(prompt -> refs.put(prompt.id(), PromptRef.of(refs.size(), prompt)));
        return analysis.overall().findings().stream()
                .map(finding -> of(finding, refs))
                .toList();
    }

    private static FindingView of(Finding finding, Map<String, PromptRef> refs) {
        // The sentence tells the unit: a share is printed in percent where the sentence does so too.
        boolean percent = finding.text().contains("%");
        Figure figure = percent ? Figure.share(finding.quantity()) : Figure.number(finding.quantity());
        PromptRef ref = refs.get(finding.prompt());
        return new FindingView(
                VisibleText.shortened(finding.text(), 600).replace(" %", Figure.PERCENT),
                figure,
                ref == null ? "" : ref.anchor(),
                ref == null ? "" : ref.id());
    }
}
