package dev.slop.metrics.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slop.metrics.FrequencyTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContingencyTableTest {
    @Test
    void tables_areAlignedByPooledFrequency() {
        ContingencyTable table = ContingencyTable.of(List.of(Blog.FRUIT_C, Blog.FRUIT_G, Blog.FRUIT_E));
        // mango 10, apple 5
        assertThat(table.counts()).isDeepEqualTo(new long[][] {{4, 1}, {5, 0}, {1, 4}});
        assertThat(table.total()).isEqualTo(15);
        assertThat(table.rowTotal(2)).isEqualTo(5);
    }

    @Test
    void numbers_have18Columns() {
        ContingencyTable table = ContingencyTable.of(Blog.NUMBERS);
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.columns()).isEqualTo(18);
    }

    @Test
    void noModels_giveAnEmptyTable() {
        ContingencyTable table = ContingencyTable.of(List.<FrequencyTable<String>>of());
        assertThat(table.rows()).isZero();
        assertThat(table.columns()).isZero();
        assertThat(table.total()).isZero();
    }

    @Test
    void counts_areCopied() {
        long[][] counts = {{1, 2}};
        ContingencyTable table = ContingencyTable.ofCounts(counts);
        counts[0][0] = 9;
        table.row(0)[1] = 9;
        table.counts()[0][1] = 9;
        assertThat(table.row(0)).containsExactly(1, 2);
    }

    @Test
    void badCounts_areNamed() {
        assertThatThrownBy(() -> ContingencyTable.ofCounts(new long[][] {{1, 2}, {1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1 has 1 columns, row 0 has 2");
        assertThatThrownBy(() -> ContingencyTable.ofCounts(new long[][] {{1, 2}, {1, -3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1 has a negative count: -3");
        assertThatThrownBy(() -> ContingencyTable.ofCounts(new long[][] {{Long.MAX_VALUE, 1}}))
                .isInstanceOf(ArithmeticException.class);
    }
}
