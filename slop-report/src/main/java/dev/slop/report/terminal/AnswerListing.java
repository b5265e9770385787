package dev.slop.report.terminal;

import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The answers themselves, prompt by prompt and model by model. Short answers are listed once each with how often they
 * came, the most frequent first; where one of a prompt's answers is long, each is listed whole beside its number.
 *
 * <p>As in {@link TerminalReport}, nothing in an answer reaches the terminal as a command.
 */
public final class AnswerListing {
    private static final int LONGEST_SHORT = 40;
    /** No line of an answer is cut. */
    private static final int ALL_COLUMNS = Integer.MAX_VALUE / 2;

    private final Page page;
    private final boolean each;

    private AnswerListing(boolean each, TerminalStyle style) {
        this.page = new Page(style);
        this.each = each;
    }

    /**
     * Renders the answers of a table.
     *
     * @param table what is shown; prompts without answers are left out
     * @param each whether every answer is listed with its number, also where all are short
     * @param style what the terminal can show
     * @return lines, each ended by a line feed
     */
    public static String render(AnswerTable table, boolean each, TerminalStyle style) {
        AnswerListing listing = new AnswerListing(each, style);
        Map<String, List<Answer>> byPrompt = table.answers().stream()
                .collect(Collectors.groupingBy(Answer::prompt, TreeMap::new, Collectors.toList()));
        for (PromptSpec prompt : table.prompts()) {
            List<Answer> answers = byPrompt.getOrDefault(prompt.id(), List.of());
            if (!answers.isEmpty()) {
                listing.prompt(prompt, answers);
            }
        }
        return listing.page.toString();
    }

    private void prompt(PromptSpec prompt, List<Answer> answers) {
        page.rule(prompt.id());
        if (!prompt.text().equals(prompt.id())) {
            page.paragraph("", page.safe(prompt.text(), ALL_COLUMNS));
        }
        page.blank();
        boolean counted = !each && answers.stream().allMatch(AnswerListing::isShort);
        Map<String, List<Answer>> byAsked = answers.stream()
                .collect(Collectors.groupingBy(AnswerListing::asked, TreeMap::new, Collectors.toList()));
        byAsked.forEach((asked, given) -> {
            page.title(asked, Words.count(given.size(), "answer"));
            if (counted) {
                counts(given);
            } else {
                texts(given);
            }
            page.blank();
        });
    }

    private static String asked(Answer answer) {
        return answer.variant().equals(Answer.DEFAULT_VARIANT)
                ? answer.model()
                : answer.model() + " / " + answer.variant();
    }

    private static boolean isShort(Answer answer) {
        String text = answer.text().strip();
        return text.length() <= LONGEST_SHORT && text.lines().count() <= 1;
    }

    private void counts(List<Answer> answers) {
        Map<String, Long> counts = answers.stream()
                .collect(Collectors.groupingBy(AnswerListing::shown, TreeMap::new, Collectors.counting()));
        List<Map.Entry<String, Long>> order = new ArrayList<>(counts.entrySet());
        order.sort(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        int columns = Words.number(order.get(0).getValue()).length();
        for (Map.Entry<String, Long> entry : order) {
            String count = DisplayWidth.padLeft(Words.number(entry.getValue()), columns);
            page.line(Page.INDENT
                    + page.ink().faint(count + page.symbols().times().strip()) + " "
                    + page.safe(entry.getKey(), ALL_COLUMNS));
        }
    }

    private void texts(List<Answer> answers) {
        List<Answer> order = new ArrayList<>(answers);
        order.sort(Comparator.comparingInt(Answer::index));
        int columns = Words.number(order.get(order.size() - 1).index() + 1L).length();
        for (Answer answer : order) {
            String head = Page.INDENT + DisplayWidth.padLeft(Words.number(answer.index() + 1L), columns) + ". ";
            for (String line : shown(answer).lines().toList()) {
                page.paragraph(head, page.safe(line, ALL_COLUMNS));
                head = " ".repeat(head.length());
            }
        }
    }

    /** What is no answer says so, also where it has a text. */
    private static String shown(Answer answer) {
        String text = answer.text().strip();
        if (answer.outcome() != Outcome.ANSWERED) {
            return ("[" + Words.outcome(answer.outcome()) + "] " + text).strip();
        }
        return text.isEmpty() ? "[" + Words.outcome(Outcome.EMPTY) + "]" : text;
    }
}
