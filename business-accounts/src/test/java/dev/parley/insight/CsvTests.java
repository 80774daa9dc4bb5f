package dev.parley.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {
    @Test
    void endsRowsAndQuotesFieldsAsTheStandardSays() {
        var csv = new Csv()
                .row("Name", "Count")
                .row("rye, \"dark\"\nand light", 3)
                .row("plain", -3);

        assertThat(csv.toString()).isEqualTo("Name,Count\r\n\"rye, \"\"dark\"\"\nand light\",3\r\nplain,-3\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1", "＋1", "－1", "＠1"})
    void leadsWhatASpreadsheetWouldTakeForAFormulaByAnApostrophe(String text) {
        assertThat(new Csv().row(text).toString()).startsWith("'" + text);
    }

    @Test
    void quotesAGuardedFormulaToo() {
        assertThat(new Csv().row("=HYPERLINK(\"http://x\",\"y\")").toString())
                .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n");
    }
}
