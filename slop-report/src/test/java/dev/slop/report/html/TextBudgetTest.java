package dev.slop.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextBudgetTest {
    private static Study study(int answers, int length) {
        Random random = new Random(7);
        Study study = new Study().prompt("p", "Prompt");
        for (int i = 0; i < answers; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(length, 'a', 'z' + 1).forEach(text::appendCodePoint);
            study.answered("p", "m", 1, text.toString());
        }
        return study;
    }

    @Test
    void of_whatFits_shortensNothing() {
        TextBudget budget = TextBudget.of(study(10, 100).analysis(), 100_000);

        assertThat(budget.limit()).isGreaterThanOrEqualTo(100);
        assertThat(budget.shortens(study(10, 100).analysis())).isFalse();
    }

    @Test
    void of_whatDoesNotFit_sharesTheBudgetAmongTheTexts() {
        // 100 texts, equal to their cleaned form: 5,000 bytes are 50 each
        TextBudget budget = TextBudget.of(study(100, 400).analysis(), 5_000);

        assertThat(budget.limit()).isEqualTo(50);
        assertThat(budget.shortens(study(100, 400).analysis())).isTrue();
    }

    @Test
    void data_ofTextsThatDoNotCompress_isShortenedUntilItFits() {
        String block = DataBlock.of(study(1_500, 3_000).analysis(), new ModelNames(List.of("m")));

        assertThat(block.length()).isLessThan(700_000);
        assertThat(block).startsWith("\"").endsWith("\"");
    }
}
