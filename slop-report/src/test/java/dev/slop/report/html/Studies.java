package dev.slop.report.html;

import dev.slop.metrics.Estimate;
import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import dev.slop.metrics.analysis.SemanticAnalysis;
import dev.slop.metrics.analysis.SemanticAnalysis.MeaningMap;
import dev.slop.metrics.analysis.SemanticAnalysis.ModelMeaning;
import dev.slop.metrics.analysis.SemanticAnalysis.Place;
import dev.slop.metrics.analysis.SemanticAnalysis.PromptMeaning;
import dev.slop.metrics.answer.Outcome;
import dev.slop.report.EmbeddedStudy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Analyses that the page must be able to show. */
final class Studies {
    static final String BIDI = "safe \u202Egnp.exe\u202C and \u2066isolated\u2069 \u200Bhidden";
    static final String MARKUP = "<script>alert(1)</script></script><!--<script>\"'><img src=x onerror=alert(2)>";
    static final String LINK = "javascript:alert(3) [click](javascript:alert(4)) https://example.com/";
    static final String STYLE = "red;background:url(https://example.com/x)";

    private static final String CLAUDE = "anthropic/claude-haiku-4-5-20251001";
    private static final String GPT = "openai/gpt-5-mini-2025-08-07";
    private static final String GEMINI = "gemini/gemini-2.5-flash";
    private static final String ATOMS = "Why don't scientists trust atoms?\n\nBecause they make up everything! 😄";
    private static final String SCARECROW =
            "Why did the scarecrow win an award?\n\nBecause he was outstanding in his field!";

    private Studies() {}

    static RunSummary summary() {
        return new RunSummary(
                "Same slop",
                Optional.of(Instant.parse("2025-12-01T10:30:00Z")),
                Optional.of(new BigDecimal("0.0312")),
                List.of("2 of 195 samples failed: 429 Too Many Requests, quota exhausted."));
    }

    /** Three models, four prompts, in the proportions of the study that slop began with. */
    static Analysis threeModels() {
        Study study = new Study()
                .prompt("joke", "Tell me a joke")
                .answered("joke", CLAUDE, 3, ATOMS)
                .answered("joke", GPT, 3, ATOMS)
                .answered("joke", GEMINI, 2, ATOMS)
                .answered("joke", GEMINI, 1, SCARECROW)
                .prompt("fruit", "Pick a random fruit, only return the fruit")
                .answered("fruit", CLAUDE, 4, "Mango")
                .answered("fruit", CLAUDE, 1, "Apple")
                .answered("fruit", GPT, 5, "Mango")
                .answered("fruit", GEMINI, 1, "Mango")
                .answered("fruit", GEMINI, 4, "Apple.")
                .prompt("colour", "Pick a random colour, only return the colour")
                .answered("colour", CLAUDE, 4, "Teal")
                .answered("colour", CLAUDE, 1, "Turquoise")
                .answered("colour", GPT, 3, "Teal")
                .answered("colour", GPT, 1, "Magenta")
                .answered("colour", GPT, 1, "Turquoise")
                .answered("colour", GEMINI, 4, "Blue")
                .answered("colour", GEMINI, 1, "Red")
                .add("colour", GEMINI, 1, Outcome.REFUSED, "I would rather not say.")
                .prompt("number", "Pick a random number between 1 and 100, only return the number")
                .target("number", "uniform over 1..100")
                .add("number", GPT, 2, Outcome.FAILED, "");
        numbers(study, CLAUDE, 42, 49, 47, 1);
        numbers(study, GPT, 17, 3, 37, 5, 47, 4, 57, 5, 58, 2, 62, 1, 63, 1, 64, 2, 67, 4, 73, 20, 81, 1, 83, 1, 87, 1);
        numbers(study, GEMINI, 37, 3, 42, 10, 53, 2, 54, 2, 57, 9, 67, 7, 73, 13, 94, 1, 97, 3);
        return study.overuses(GEMINI, "outstanding in")
                .overuses(GEMINI, "scarecrow")
                .overuses(CLAUDE, "trust atoms")
                .shares("joke", "because they make up everything", CLAUDE, GEMINI, GPT)
                .finding(
                        "joke",
                        "Three models, one joke: 8 of 9 answers are the same (89 %, 95 % interval 57 % to 98 %).",
                        0.889,
                        0.57,
                        0.98)
                .finding(
                        "number",
                        "claude-haiku-4-5 picks 42 in 49 of 50 draws (98 %, 90 % to 99.6 %).",
                        0.98,
                        0.895,
                        0.996)
                .finding("fruit", "Of 15 fruits 10 are a mango (67 %, 42 % to 85 %).", 0.667, 0.417, 0.848)
                .finding(
                        "*",
                        "Two answers of different models to the same prompt agree with a chance of 41 % (23 % to 60 %).",
                        0.41,
                        0.23,
                        0.6)
                .finding(
                        "number",
                        "gpt-5-mini has the most diverse numbers: 3.13 bits of the 6.64 that even draws would have.",
                        3.13,
                        2.71,
                        3.42)
                .analysis();
    }

    private static void numbers(Study study, String model, int... valuesAndCounts) {
        for (int i = 0; i < valuesAndCounts.length; i += 2) {
            study.answered("number", model, valuesAndCounts[i + 1], Integer.toString(valuesAndCounts[i]));
        }
    }

    /** Every text that can be hostile is. */
    static Analysis hostile() {
        String model = "evil/" + MARKUP;
        return new Study()
                .prompt(MARKUP, MARKUP + LINK + BIDI)
                .target(MARKUP, "uniform over " + MARKUP)
                .answered(MARKUP, model, 2, MARKUP)
                .answered(MARKUP, model, 1, LINK)
                .answered(MARKUP, "other/" + BIDI, 2, BIDI)
                .answered(MARKUP, "other/" + BIDI, 1, "x".repeat(1_000_000))
                .answered(MARKUP, "other/" + BIDI, 1, "\u001B[31mred\u0000\u2028line\uD800")
                .answered(MARKUP, "plain", 1, MARKUP)
                .add(MARKUP, "plain", 1, Outcome.REFUSED, MARKUP)
                .prompt("colour", "A colour")
                .answered("colour", model, 3, "red")
                .answered("colour", "plain", 1, STYLE)
                .prompt("nothing", "Nobody answers")
                .add("nothing", model, 2, Outcome.FAILED, "")
                .overuses(model, MARKUP)
                .overuses("other/" + BIDI, BIDI)
                .shares(MARKUP, MARKUP + BIDI, model, "other/" + BIDI)
                .finding(MARKUP, MARKUP + BIDI, 0.5, 0.2, 0.8)
                .analysis();
    }

    static RunSummary hostileSummary() {
        return new RunSummary(MARKUP + BIDI, Optional.empty(), Optional.empty(), List.of(MARKUP, LINK));
    }

    /** Three models whose answers were embedded; one text that all gave, and hostile ones. */
    static Analysis embedded() {
        return EmbeddedStudy.analysis(Map.of(
                CLAUDE,
                List.of(ATOMS, ATOMS, ATOMS, SCARECROW, "Parallel lines have so much in common.", MARKUP, "one word"),
                GPT,
                List.of(ATOMS, SCARECROW, SCARECROW, "I would tell you a chemistry joke.", BIDI, LINK, "no"),
                GEMINI,
                List.of(
                        ATOMS,
                        "Knock, knock.",
                        "Knock knock! Who is there?",
                        "A horse walks into a bar.",
                        STYLE,
                        "zzz")));
    }

    /** One model that said so many different things. */
    static Analysis embeddedTexts(int texts) {
        Random random = new Random(1);
        return EmbeddedStudy.analysis(Map.of(
                CLAUDE,
                IntStream.range(0, texts).mapToObj(i -> i + words(random, 6)).toList()));
    }

    /** A study of 24 models × 100 prompts × 10 answers, a third of them free text. */
    static Analysis large(long seed) {
        Random random = new Random(seed);
        Study study = new Study();
        for (int p = 0; p < 100; p++) {
            String id = "prompt-" + p;
            study.prompt(id, "Prompt number " + p + ": say something that nobody else would say, in one sentence.");
            for (int m = 0; m < 24; m++) {
                for (int i = 0; i < 10; i++) {
                    study.answered(id, "provider-" + m % 5 + "/model-" + m + "-large", 1, answer(p, random));
                }
            }
        }
        for (int m = 0; m < 24; m++) {
            for (int i = 0; i < 10; i++) {
                study.overuses(
                        "provider-" + m % 5 + "/model-" + m + "-large",
                        words(random, 3).strip());
            }
        }
        for (int p = 2; p < 100; p += 3) {
            for (int i = 0; i < 5; i++) {
                study.shares(
                        "prompt-" + p,
                        words(random, 6).strip(),
                        "provider-0/model-0-large",
                        "provider-" + (1 + i % 4) + "/model-" + (1 + i % 4) + "-large");
            }
        }
        for (int i = 0; i < 6; i++) {
            study.finding("prompt-" + i, "Of 240 answers 31 % are the same (25 % to 37 %).", 0.31, 0.25, 0.37);
        }
        return study.analysis();
    }

    /** The same, with places on a map that are drawn by lot and numbers that are plausible. */
    static Analysis largeEmbedded() {
        Analysis analysis = large(1);
        Random random = new Random(2);
        return new Analysis(
                analysis.options(),
                analysis.prompts(),
                analysis.overall(),
                List.of(),
                List.of(),
                analysis.lexical(),
                new SemanticAnalysis(analysis.prompts().stream()
                        .map(prompt -> meaning(prompt, random))
                        .toList()));
    }

    private static PromptMeaning meaning(PromptAnalysis prompt, Random random) {
        List<Place> places = prompt.pooled().groups().stream()
                .map(group -> new Place(
                        group.example(), random.nextGaussian(), random.nextGaussian(), group.group(), group.models()))
                .toList();
        String medoid = places.get(0).text();
        Quantity number = new Estimate(0.654, 0.512, 0.789, 0.95, "jackknife, 1 answer at a time");
        return new PromptMeaning(
                prompt.id(),
                "all-MiniLM-L6-v2 (quantised)",
                places.size(),
                prompt.models().stream()
                        .map(model -> new ModelMeaning(model.model(), 10, number, number, number, medoid))
                        .toList(),
                new ModelMeaning("all models", 240, number, number, number, medoid),
                List.of(),
                List.of(),
                new MeaningMap(0.4, 0.2, places));
    }

    private static String answer(int prompt, Random random) {
        int skewed = (int) Math.abs(random.nextGaussian() * 12);
        return switch (prompt % 3) {
            case 0 -> Integer.toString(50 + skewed);
            case 1 ->
                List.of("teal", "blue", "crimson", "coral", "a very odd colour").get(skewed % 5);
            default -> "A sentence that " + words(random, 20 + skewed);
        };
    }

    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("word").append(random.nextInt(2_000)).append(' ');
        }
        return text.toString();
    }
}
