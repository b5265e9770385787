package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.analysis.LexicalAnalysis.ModelTexts;
import dev.slop.metrics.analysis.LexicalAnalysis.ModelWording;
import dev.slop.metrics.analysis.LexicalAnalysis.PromptWording;
import dev.slop.metrics.inference.Bounds;
import dev.slop.metrics.lexical.Compression;
import dev.slop.metrics.lexical.LexicalDiversity;
import dev.slop.metrics.lexical.OverusedPhrase;
import dev.slop.metrics.lexical.OverusedPhrases;
import dev.slop.metrics.lexical.RougeL;
import dev.slop.metrics.lexical.SelfBleu;
import dev.slop.metrics.lexical.SharedPhrases;
import dev.slop.metrics.lexical.TextLengths;
import dev.slop.metrics.lexical.TokenizedTexts;
import dev.slop.metrics.lexical.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Measures how the answers of an analysis are worded. */
final class LexicalAnalyzer {
    private static final int FEWEST_WORDS = 4;
    private static final int MOST_SHARED = 5;
    private static final int FEWEST_SHARED_WORDS = 4;
    private static final int MOST_OVERUSED = 10;
    /** Below this a model's habit is an accident. */
    private static final int FEWEST_TEXTS_FOR_A_FINDING = 20;

    private static final long VOCABULARY = 50_257;
    /** About a second of ROUGE-L, which is computed for every group left out. */
    private static final double MOST_STEPS = 1e8;

    /** Each costs all measures once more. */
    private static final int GROUPS = 5;

    private static final List<Bounds> BOUNDS =
            List.of(Bounds.UNIT, Bounds.UNIT, Bounds.NOT_NEGATIVE, Bounds.UNIT, Bounds.UNIT);

    private final double level;

    private LexicalAnalyzer(double level) {
        this.level = level;
    }

    /** {@return the analysis with how its answers are worded, and what that tells} */
    static Analysis complete(Analysis analysis) {
        LexicalAnalysis lexical = new LexicalAnalyzer(analysis.options().level()).of(analysis.prompts());
        Overall overall = analysis.overall();
        List<Finding> findings = new ArrayList<>(overall.findings());
        Respondents asked = Respondents.of(analysis.prompts());
        lexical.models().forEach(model -> finding(model, asked).ifPresent(findings::add));
        return new Analysis(
                analysis.options(),
                analysis.prompts(),
                new Overall(overall.models(), overall.pairs(), overall.agreement(), overall.tree(), findings),
                analysis.variants(),
                analysis.stopped(),
                lexical,
                analysis.semantic());
    }

    private LexicalAnalysis of(List<PromptAnalysis> prompts) {
        List<Worded> worded = prompts.stream()
                .map(prompt -> new Worded(prompt, texts(prompt)))
                .filter(each -> isText(each.texts()))
                .toList();
        List<PromptWording> wordings =
                worded.parallelStream().map(this::wording).toList();
        SortedMap<String, List<String>> byModel = new TreeMap<>();
        worded.forEach(each -> each.texts()
                .forEach((model, own) ->
                        byModel.computeIfAbsent(model, m -> new ArrayList<>()).addAll(own)));
        return new LexicalAnalysis(wordings, models(byModel));
    }

    /** {@return measured answers by model} */
    private static SortedMap<String, List<String>> texts(PromptAnalysis prompt) {
        SortedMap<String, List<String>> texts = new TreeMap<>();
        prompt.answers().stream()
                .filter(answer -> answer.group().isPresent())
                .forEach(answer -> texts.computeIfAbsent(Respondents.row(answer.answer()), m -> new ArrayList<>())
                        .add(answer.cleaned()));
        return texts;
    }

    private static boolean isText(Map<String, List<String>> texts) {
        List<String> all = texts.values().stream().flatMap(List::stream).toList();
        return TextLengths.of(TokenizedTexts.of(all))
                .filter(lengths -> lengths.median() >= FEWEST_WORDS)
                .isPresent();
    }

    private PromptWording wording(Worded worded) {
        List<ModelTexts> models = worded.texts().entrySet().stream()
                .map(entry -> model(entry.getKey(), entry.getValue()))
                .toList();
        return new PromptWording(
                worded.prompt().id(),
                models,
                SharedPhrases.longest(
                        worded.byModel(),
                        FEWEST_SHARED_WORDS,
                        MOST_SHARED,
                        worded.prompt().text()));
    }

    private ModelTexts model(String name, List<String> answers) {
        List<List<String>> tokens =
                answers.stream().map(Tokenizer.words()::tokens).toList();
        List<Quantity> numbers = new LeaveTextsOut(level, GROUPS).estimate(tokens, BOUNDS, LexicalAnalyzer::measures);
        return new ModelTexts(
                name,
                TextLengths.of(TokenizedTexts.ofTokens(tokens)).orElseThrow(),
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4),
                compressionRatio(answers));
    }

    private static double[] measures(List<List<String>> tokens) {
        TokenizedTexts texts = TokenizedTexts.ofTokens(tokens);
        return new double[] {
            LexicalDiversity.distinct(texts, 1).orElse(Double.NaN),
            LexicalDiversity.distinct(texts, 2).orElse(Double.NaN),
            LexicalDiversity.expectationAdjustedDistinct(texts, 1, VOCABULARY).orElse(Double.NaN),
            SelfBleu.of(texts, 4).orElse(Double.NaN),
            RougeL.homogenisation(texts, MOST_STEPS).orElse(Double.NaN)
        };
    }

    private Quantity compressionRatio(List<String> answers) {
        try (Compression compression = new Compression()) {
            return new LeaveTextsOut(level, GROUPS)
                    .estimate(answers, List.of(Bounds.NOT_NEGATIVE), some ->
                            new double[] {compression.ratio(some).orElse(Double.NaN)})
                    .get(0);
        }
    }

    private List<ModelWording> models(SortedMap<String, List<String>> texts) {
        Map<String, List<OverusedPhrase>> overused =
                OverusedPhrases.withDefaults().withLevel(level).byModel(texts);
        return texts.entrySet().stream()
                .map(entry -> new ModelWording(
                        entry.getKey(),
                        entry.getValue().size(),
                        overused.getOrDefault(entry.getKey(), List.of()).stream()
                                .limit(MOST_OVERUSED)
                                .toList()))
                .toList();
    }

    private static Optional<Finding> finding(ModelWording model, Respondents asked) {
        if (model.texts() < FEWEST_TEXTS_FOR_A_FINDING || model.overused().isEmpty()) {
            return Optional.empty();
        }
        OverusedPhrase most = model.overused().get(0);
        String text = String.format(
                Locale.ROOT,
                "%s says “%s” more often than %s do: in %d of its %d answers of several words, theirs %d"
                        + " times; log-odds %.1f [%.1f, %.1f].",
                asked.subject(model.model()),
                most.phrase(),
                asked.severalWays() ? "the others, models and ways of asking," : "the other models",
                most.texts(),
                model.texts(),
                most.otherTexts(),
                most.logOdds().ratio().value(),
                most.logOdds().ratio().lower(),
                most.logOdds().ratio().upper());
        return Optional.of(new Finding("*", text, most.logOdds().ratio()));
    }

    /** A prompt and its measured answers by model. */
    private record Worded(PromptAnalysis prompt, SortedMap<String, List<String>> texts) {
        /** {@return the answers of each model, however it was asked} */
        SortedMap<String, List<String>> byModel() {
            Respondents asked = Respondents.of(List.of(prompt));
            SortedMap<String, List<String>> byModel = new TreeMap<>();
            texts.forEach((row, own) -> byModel.computeIfAbsent(asked.model(row), m -> new ArrayList<>())
                    .addAll(own));
            return byModel;
        }
    }
}
