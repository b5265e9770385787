package dev.slop.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.AnalysisOptions;
import dev.slop.metrics.analysis.Analyzer;
import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.grouping.AnswerGrouping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

final class ChartFilesTest {
    private static final String HOSTILE = "<script>alert('1')</script> & \"x\" \u202E\u0000";

    @TempDir
    Path folder;

    @Test
    void write_twoModels_givesAChartForEachQuestion() throws IOException {
        List<Path> files = ChartFiles.write(analysis("Mango", "Apple"), folder);

        assertThat(files)
                .extracting(file -> String.valueOf(file.getFileName()))
                .containsExactly(
                        "answers-1-a-fruit.svg",
                        "curves-1-a-fruit.svg",
                        "overlap-1-a-fruit.svg",
                        "diversity.svg",
                        "overlap.svg");
        assertThat(files.get(0)).content().contains("mango", "67", "<title>a: mango, 2 of 3</title>");
    }

    @Test
    void write_curves_areDashedBeyondN_andEndAtTheSampled() throws IOException {
        List<Path> files = ChartFiles.write(analysis("Mango", "Apple"), folder);

        // 2 different among 3 of the 6 answers that the axis shows: halfway, and at the height of 2
        String curves = Files.readString(files.get(1));
        assertThat(curves).contains("<title>a: 2 different among 3</title>", "stroke-dasharray", "a (n = 3)");
        assertThat(curves.split("<path ", -1)).hasSize(1 + 2 * 2);
    }

    @Test
    void write_threeModelsAndAnswers_givesTrees() throws IOException {
        List<Path> files = ChartFiles.write(Studies.threeModels(), folder);

        assertThat(files)
                .extracting(file -> String.valueOf(file.getFileName()))
                .contains("shades-3-colour.svg", "tree.svg")
                .doesNotContain("shades-4-number.svg");
        assertThat(folder.resolve("shades-3-colour.svg"))
                .content()
                .contains(">magenta</text>", "colour: 5 of 5 different answers", "normalised Levenshtein distance");
        assertThat(folder.resolve("tree.svg")).content().contains(">gemini-2.5-flash</text>");
    }

    @Test
    void write_hostileText_isNeverMarkup() throws Exception {
        for (Path file : ChartFiles.write(analysis(HOSTILE, "b", HOSTILE.repeat(9)), folder)) {
            Document svg = parser().parse(file.toFile());

            for (String element : new String[] {"script", "a", "image", "foreignObject", "style"}) {
                NodeList found = svg.getElementsByTagName(element);
                assertThat(found.getLength()).as(element + " in " + file).isZero();
            }
            assertThat(Files.readString(file)).doesNotContain("\u202E", "\u0000");
        }
    }

    @Test
    void write_noMeasuredAnswer_stillGivesCharts() throws Exception {
        PromptSpec prompt = prompt();
        Answer refused = new Answer(prompt.id(), "a", Answer.DEFAULT_VARIANT, 0, Outcome.REFUSED, "no");
        Analysis analysis =
                Analyzer.analyze(new AnswerTable(List.of(prompt), List.of(refused)), new AnalysisOptions(1, 0.95, 99));

        for (Path file : ChartFiles.write(analysis, folder)) {
            assertThat(parser().parse(file.toFile()).getDocumentElement().getTagName())
                    .isEqualTo("svg");
        }
    }

    private static DocumentBuilder parser() throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder();
    }

    private static PromptSpec prompt() {
        return new PromptSpec("A fruit?", "Name a fruit", AnswerRules.text(), AnswerGrouping.exact(), Optional.empty());
    }

    private static Analysis analysis(String often, String... seldom) {
        PromptSpec prompt = prompt();
        List<Answer> answers = new ArrayList<>();
        List<String> texts = new ArrayList<>(List.of(seldom));
        texts.addAll(List.of(often, often));
        for (String model : new String[] {"a", "b"}) {
            for (String text : texts) {
                answers.add(
                        new Answer(prompt.id(), model, Answer.DEFAULT_VARIANT, answers.size(), Outcome.ANSWERED, text));
            }
        }
        return Analyzer.analyze(new AnswerTable(List.of(prompt), answers), new AnalysisOptions(1, 0.95, 99));
    }
}
