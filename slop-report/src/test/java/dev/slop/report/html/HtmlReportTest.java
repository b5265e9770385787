package dev.slop.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slop.metrics.analysis.Analysis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    /** Pages stay here for the browser check. */
    private static final Path PAGES = Path.of("target", "html-report");

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    private static String page(String name, Analysis analysis, RunSummary summary) throws IOException {
        Files.createDirectories(PAGES);
        HtmlReport.write(analysis, summary, PAGES.resolve(name + ".html"));
        return Files.readString(PAGES.resolve(name + ".html"));
    }

    private static String threeModels() throws IOException {
        return page("three-models", Studies.threeModels(), Studies.summary());
    }

    private static String meaning() throws IOException {
        return page("meaning", Studies.embedded(), RunSummary.titled("Meaning"));
    }

    private static String hostile() throws IOException {
        return page("hostile", Studies.hostile(), Studies.hostileSummary());
    }

    private static JsonNode data(String page) throws IOException {
        Matcher block = DATA.matcher(page);
        assertThat(block.find()).isTrue();
        JsonNode data = new ObjectMapper().readTree(block.group(1));
        return data.isTextual() ? unzipped(data.binaryValue()) : data;
    }

    private static JsonNode unzipped(byte[] zipped) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static String withoutScripts(String page) {
        return page.replaceAll("(?s)<script.*?</script>", "").replaceAll("(?s)<style.*?</style>", "");
    }

    @Test
    void page_loadsNothing() throws IOException {
        String page = withoutScripts(threeModels());

        assertThat(page).doesNotContain("http://", "https://", "src=", "@import", "url(");
        assertThat(page).contains("default-src &#39;none&#39;");
    }

    @Test
    void policy_namesTheHashOfEveryScriptAndStyleOfThePage() throws Exception {
        policyNamesEveryHash(threeModels(), Assets.policy(Assets.SCRIPT));
        policyNamesEveryHash(meaning(), Assets.policy(Assets.SCRIPT_WITH_MAP));
    }

    private static void policyNamesEveryHash(String page, String policy) throws Exception {
        Matcher element = Pattern.compile("(?s)<(script|style)>(.*?)</\\1>").matcher(page);
        int seen = 0;
        while (element.find()) {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(element.group(2).getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains(java.util.Base64.getEncoder().encodeToString(digest));
            seen++;
        }
        assertThat(seen).isEqualTo(3);
        assertThat(policy).doesNotContain("unsafe");
    }

    @Test
    void page_withoutScripts_holdsFindingsAnswersAndNumbers() throws IOException {
        String page = withoutScripts(threeModels());

        assertThat(page)
                .contains(
                        "Three models, one joke",
                        "(89\u00A0%, ",
                        "57 to 98\u00A0%",
                        "All 3 models have the same favourite.")
                .contains("189", "answers measured", "refusal", "failures", "$0.0312")
                .contains("Mango", "gemini-2.5-flash\u00A0×\u00A04", "Not uniform over 1..100")
                .contains("13 different answers where 39.5 would be expected")
                .contains("<noscript>", "All 192 answers.");
    }

    @Test
    void page_ofEqualAnswers_boundsASecondAnswerInsteadOfAZeroWidthInterval() throws IOException {
        // 1 - 0.05^(1/3) = 0.6316, by hand
        assertThat(threeModels()).contains("all 3 the same; any other answer at most 63\u00A0%");
    }

    @Test
    void page_isTheSameForTheSameInput() throws IOException {
        StringWriter again = new StringWriter();
        HtmlReport.write(Studies.threeModels(), Studies.summary(), again);

        assertThat(threeModels()).isEqualTo(again.toString());
    }

    @Test
    void hostileText_opensNoElementAndNoAttribute() throws IOException {
        String page = hostile();
        String visible = withoutScripts(page);

        assertThat(visible).doesNotContain("<script", "<img", "<!--");
        assertThat(visible).contains("&lt;script&gt;alert(1)");
        String tags = visible.replaceAll("\"[^\"]*\"", "\"\"");
        assertThat(Pattern.compile("<[^>]*\\son\\w+=").matcher(tags).find()).isFalse();
        assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(page).results().map(link -> link.group(1)))
                .allMatch(link -> link.startsWith("#") || link.equals("data:,"));
        assertThat(Pattern.compile("fill=\"([^\"]*)\"")
                        .matcher(visible)
                        .results()
                        .map(fill -> fill.group(1)))
                .containsOnly("red");
    }

    @Test
    void hostileText_staysInsideTheDataBlock_andSurvivesIt() throws IOException {
        String page = hostile();
        Matcher block = DATA.matcher(page);

        assertThat(block.find()).isTrue();
        assertThat(block.group(1)).doesNotContain("<", ">", "&", "\u2028");
        assertThat(data(page).at("/prompts/0/texts").toString()).contains("<script>alert(1)</script>");
        assertThat(Pattern.compile("<script").matcher(page).results().count())
                .as("the page's own blocks, and what the chart library says of itself")
                .isEqualTo(3
                        + Pattern.compile("<script")
                                .matcher(Assets.CHARTS)
                                .results()
                                .count());
    }

    @Test
    void bidiControls_areShownByTheirCode() throws IOException {
        String page = hostile();

        assertThat(page).doesNotContain("\u202E", "\u2066", "\u200B", "\u001B", "\u0000", "\uD800");
        assertThat(page).contains("⟨U+202E⟩gnp.exe⟨U+202C⟩", "⟨U+001B⟩[31m", "⟨U+2028⟩");
    }

    @Test
    void answerOfAMillionCharacters_isShortenedWithAMark() throws IOException {
        String page = hostile();

        assertThat(page).contains("[shortened, 1,000,000 characters in all]");
        assertThat(page.length()).isLessThan(1_000_000);
    }

    @Test
    void modelWithoutAnswers_isShownWithoutNumbers() throws IOException {
        assertThat(hostile()).contains("No answer to measure", "2 failed", "–<i class=\"why\">no answers</i>");
    }

    @Test
    void studyOf24Models_100Prompts_10Answers_staysUnder3Megabytes() throws IOException {
        Analysis analysis = Studies.large(1);
        String page = page("large", analysis, RunSummary.titled("Large"));

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(3_000_000);
        assertThat(data(page).at("/prompts").size()).isEqualTo(100);
        assertThat(data(page).at("/prompts/2/answers/t").size()).isEqualTo(240);
    }

    @Test
    void studyOf24Models_100Prompts_10Answers_embedded_staysUnder3Megabytes() throws IOException {
        String page = page("large-embedded", Studies.largeEmbedded(), RunSummary.titled("Large"));

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(3_000_000);
        assertThat(page).contains("The 60 most frequent of ");
        assertThat(data(page).at("/prompts/2/map/x")).hasSize(60);
    }

    @Test
    void groups_areMarkedAsGivenByAllOrByOne() throws IOException {
        assertThat(threeModels())
                .contains(
                        "(1 by all models, 1 by one alone)",
                        "<b>all models</b> ",
                        "<b>shared by 2</b> ",
                        "<b>only</b> ");
    }

    @Test
    void meaning_isToldInTablesAndDrawn() throws IOException {
        String page = meaning();
        String read = withoutScripts(page);

        assertThat(read)
                .contains(
                        "Embedded by <bdi>letters</bdi>",
                        "of the variance (",
                        "All 14 different texts are shown.",
                        "mean cosine",
                        "energy distance",
                        "The map as a table",
                        "&lt;script&gt;alert(1)",
                        "id=\"note-vendi\"");
        JsonNode map = data(page).at("/prompts/0/map");
        assertThat(map.path("x")).hasSize(14);
        assertThat(map.path("m").toString()).contains("[0,3,1,1,2,1]");
        assertThat(page).contains("function mapOption");
    }

    @Test
    void meaning_ofAStudyThatWasNotEmbedded_isNotMentioned() throws IOException {
        assertThat(threeModels()).doesNotContain("mapOption", "data-meaning", "note-vendi");
    }

    @Test
    void meaning_ofTooManyTextsForThePage_saysHowManyAreShown() throws IOException {
        String page = page("many", Studies.embeddedTexts(500), RunSummary.titled("Many"));

        assertThat(page).contains("The 400 most frequent of 500 different texts are shown");
        assertThat(data(page).at("/prompts/0/map/x")).hasSize(400);
    }

    @Test
    void curves_holdAnswersAndDifferentOnes_toThreeDigits_andTheTableHasTheEnds() throws IOException {
        String page = threeModels();
        JsonNode gpt = data(page).at("/prompts/3/curves/2");

        // n = 50 draws, 13 different
        assertThat(gpt.toString())
                .startsWith("[1,1,5,3.65,")
                .contains(",50,13,")
                .contains(",100,16.4]");
        assertThat(page).contains("<td>50</td><td>13</td>");
        assertThat(data(page).at("/prompts/1/curves").size()).isEqualTo(3);
    }

    @Test
    void tree_isDrawnAndToldInWords() throws IOException {
        assertThat(withoutScripts(threeModels()))
                .contains(
                        "viewBox=\"0 0 100 3\"",
                        "<path d=\"M100.00 ",
                        " apart</li>",
                        "openai/gpt-5-mini-2025-08-07:0.");
    }

    @Test
    void groupTree_isDrawnAndToldInWords_withTheDistanceNamed() throws IOException {
        // red and teal are 3 edits apart, of 4 letters
        assertThat(withoutScripts(threeModels()))
                .contains(
                        "All 5 different answers, by normalised Levenshtein distance.",
                        "viewBox=\"0 0 100 5\"",
                        "fill=\"teal\"/></svg><bdi>teal</bdi>",
                        "<bdi>red</bdi> and <bdi>teal</bdi>: 0.75 apart");
    }

    @Test
    void phrases_areShownWithTheirOdds() throws IOException {
        assertThat(withoutScripts(threeModels()))
                .contains(
                        "“<bdi>trust atoms</bdi>”",
                        "8 of 20",
                        "p = 0.0040",
                        "<bdi>because they make up everything</bdi>");
    }

    @Test
    void emptyStudy_isAPage() throws IOException {
        assertThat(page("empty", new Study().analysis(), RunSummary.titled("Empty")))
                .contains("Nothing that the data could carry.", "</html>");
    }

    @Test
    void data_refersToEachTextOnce() throws IOException {
        JsonNode fruit = data(threeModels()).at("/prompts/1");

        assertThat(List.of(fruit.at("/texts").size(), fruit.at("/answers/t").size()))
                .isEqualTo(List.of(3, 15));
        assertThat(fruit.at("/labels").toString()).isEqualTo("[\"mango\",\"apple\"]");
        assertThat(fruit.at("/counts/0").toString()).isEqualTo("[0,4,1,1,2,5]");
        assertThat(data(threeModels()).at("/prompts/3/range").toString()).isEqualTo("[1,100]");
    }
}
